import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * For the environment of a server: where Node keeps what it made of the sources, so that the many servers of the tests
 * do not compile them each anew. Node looks at the contents of a source before it takes anything from there.
 */
export const COMPILED = { NODE_COMPILE_CACHE: join(tmpdir(), 'color-clues-compiled') } as const;
