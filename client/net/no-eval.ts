import { config } from 'zod';

// Our pages run no code made of text, and zod would try: to be imported before the first schema is made.
config({ jitless: true });
