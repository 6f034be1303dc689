import type { Rng } from '../../shared/core/rng.ts';
import { PHASES, type WireTable } from '../../shared/protocol/wire.ts';
import type { PlayedGame } from '../games/played-game.ts';

/** What somebody at a table does next. */
export interface TableTurn {
  /** The seat that acts. */
  readonly seat: number;
  /** As the protocol wants it. */
  readonly command: object;
  /** How it is refused when the clock of the game was quicker, if it may be. */
  readonly lateCode?: string | undefined;
  /** Whether somebody's picture of the table shows that it was done. */
  isShownIn(table: WireTable): boolean;
}

/**
 * What is to be done at a table now: the host chooses what to play, starts a game, or somebody moves in the one that runs. Null when the table
 * waits for nothing that a player does.
 * @param table what somebody there sees
 * @param seenBy what the player in this seat sees
 */
export function nextTurn(
  game: PlayedGame<unknown>,
  table: WireTable,
  seenBy: (seat: number) => WireTable,
  rng: Rng,
): TableTurn | null {
  if (PHASES[table.phase] !== 'playing') return choose(game, table) ?? start(table);
  const turn = game.next(table.game, (seat) => seenBy(seat).game, rng);
  return (
    turn && {
      seat: turn.seat,
      command: { type: 'play', move: turn.move },
      lateCode: turn.lateCode,
      isShownIn: (now) => turn.isShownIn(now.game),
    }
  );
}

function choose({ options }: PlayedGame<unknown>, table: WireTable): TableTurn | null {
  const wanted = JSON.stringify(options);
  if (options === undefined || table.host === 0 || table.options === wanted) return null;
  const isShownIn = (now: WireTable) => now.options === wanted;
  return { seat: table.host, command: { type: 'setOptions', options }, isShownIn };
}

function start({ host, gameNumber }: WireTable): TableTurn | null {
  if (host === 0) return null;
  const isShownIn = (now: WireTable) => now.gameNumber !== gameNumber;
  return { seat: host, command: { type: 'start' }, isShownIn };
}
