import { game } from './game.ts';
import type { Scenario } from './scenario.ts';

/** Every scenario, in the order of `--list`; the first is played when none is named. */
export const SCENARIOS: readonly Scenario[] = [game];
