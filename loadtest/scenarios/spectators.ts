import { FIRST_GAME } from '../games/index.ts';
import { TablePlay } from '../tables/table-play.ts';
import type { Scenario, Stage, World } from './scenario.ts';

/** One table of each worker, at which a game is played, and everybody else watches. */
function audienceOf(world: World): Stage {
  const table = new TablePlay(world, FIRST_GAME);
  let opening: Promise<void> | null = null;
  const open = async () => {
    await table.open();
    table.play();
  };
  return {
    async add() {
      opening ??= open();
      await opening;
      await table.watch();
    },
    rest: () => table.rest(),
    check: () => table.check(),
    close: () => table.close(),
  };
}

export const spectators: Scenario = {
  name: 'spectators',
  line: 'One table at which a game is played, and everybody else watches it.',
  unit: 1,
  players: 1_000,
  seconds: 30,
  headline: ['move seen', 'move watched', 'move answered'],
  open: audienceOf,
};
