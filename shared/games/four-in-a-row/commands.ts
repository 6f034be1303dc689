import { z } from 'zod';
import { COLUMNS } from './board.ts';
import type { FourMove, FourOptions } from './rules.ts';

/** What a player may ask for, as it comes from outside. */
export const fourMoveSchema: z.ZodType<FourMove> = z.strictObject({
  type: z.literal('drop'),
  column: z
    .int()
    .min(0)
    .max(COLUMNS - 1),
});

/** What a host may change. */
export const fourOptionsSchema: z.ZodType<FourOptions> = z.strictObject({
  timers: z.enum(['off', 'normal', 'slow']),
  bots: z.enum(['gentle', 'fair', 'strong']),
});
