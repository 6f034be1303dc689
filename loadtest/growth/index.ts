import type { Study } from './growth.ts';
import { restart } from './restart.ts';
import { tables } from './tables.ts';

/** Everything that is looked at with more and more tables. */
export const STUDIES: readonly Study[] = [tables, restart];
