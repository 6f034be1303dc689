import type { SeatId } from '../../../../shared/core/ids.ts';
import type { Cell, GameView } from '../../../../shared/games/color-clues/types.ts';
import { faceOf } from '../../../store/faces.ts';
import { text } from '../messages/table/index.ts';
import { stepsBetween } from './cells.ts';
import type { View } from './view.ts';

type Mood = keyof typeof text.remarks;

/** A bot says something in about one of so many rounds. */
const EVERY = 2;
/** From so many steps on a marker is far away. */
const FAR = 6;

/** What one of the bots at the table says of a revealed round, the same on every page; null most of the time. */
export function botComment(view: View, target: Cell): string | null {
  const { game } = view;
  if (!game) return null;
  const chance = seedOf(`${game.promise ?? ''} ${view.gameNumber} ${game.round}`);
  const bots = game.players.filter(({ seat }) => faceOf(view, seat, null).isBot);
  const bot = bots[chance % Math.max(1, bots.length)];
  const mood = bot && moodOf(game, bot.seat, target);
  if (!bot || !mood || Math.floor(chance / 97) % EVERY !== 0) return null;
  const said = text.remarks[mood];
  return text.remark(faceOf(view, bot.seat, null).name, said[Math.floor(chance / 1_009) % said.length]!);
}

/** How a round went for a seat, from what all can see; null where there is nothing to say. */
function moodOf({ players, giver }: GameView, seat: SeatId, target: Cell): Mood | null {
  const stepsOf = (of: (other: SeatId) => boolean): number =>
    Math.min(
      ...players
        .filter((player) => of(player.seat))
        .flatMap(({ markers }) =>
          markers.flatMap((cell) => (cell === null ? [] : stepsBetween(cell, target))),
        ),
    );
  const steps = seat === giver ? stepsOf((other) => other !== seat) : stepsOf((other) => other === seat);
  if (steps === Number.POSITIVE_INFINITY) return null;
  if (seat === giver) return steps <= 1 ? 'understood' : steps >= FAR ? 'misunderstood' : null;
  if (steps === 0) return 'hit';
  return steps === 1 ? 'near' : steps >= FAR ? 'far' : null;
}

/** A number from a text, 0 to 2³² − 1 (FNV-1a): chance that is the same everywhere. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
  return hash >>> 0;
}
