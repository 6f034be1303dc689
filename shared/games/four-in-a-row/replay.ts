import { z } from 'zod';
import { turnReplay } from '../../turns/replay.ts';
import { fourMoveSchema, fourOptionsSchema } from './commands.ts';
import { fourInARow } from './rules.ts';

/** How a finished game of Four in a Row is shown again. */
export const replay = turnReplay(fourInARow, fourMoveSchema, fourOptionsSchema, z.null());
