import type { SeatId } from '../../../../shared/core/ids.ts';
import type { PlacedMarker } from '../../../../shared/games/color-clues/reading.ts';
import type { Cell, RoundRecord } from '../../../../shared/games/color-clues/types.ts';
import { faceOf } from '../../../store/faces.ts';
import { text } from '../messages/table/index.ts';
import { stepsBetween } from './cells.ts';
import type { View } from './view.ts';

type Mood = keyof typeof text.remarks;

/** A bot says something in about one of so many rounds. */
const EVERY = 2;
/** From so many steps on a marker is far away. */
const FAR = 6;

/** A round as it is commented on. */
type Round = Pick<RoundRecord, 'round' | 'giver' | 'target'> & { readonly markers: readonly PlacedMarker[] };

/**
 * What one of the bots at the table says of a revealed round, the same on every page; null most of the time, and when all
 * that there is to say of such a round has been said in this game.
 */
export function botComment(view: View, target: Cell): string | null {
  const { game } = view;
  if (!game) return null;
  const { round, giver, players } = game;
  const markers = players.flatMap(({ seat, markers }) =>
    markers.flatMap((cell) => (cell === null ? [] : { seat, cell })),
  );
  const now = commented(view, { round, giver, target, markers });
  if (!now) return null;
  const before = game.history.filter(
    (record) => record.round < round && commented(view, record)?.mood === now.mood,
  );
  const said = text.remarks[now.mood];
  if (before.length >= said.length) return null;
  const first = seedOf(`${game.promise ?? ''} ${now.mood}`) + view.gameNumber;
  const remark = said[(first + before.length) % said.length]!;
  return text.remark(faceOf(view, now.seat, null).name, remark);
}

/** The bot that says something of a round, and how the round went for it; null where none does. */
function commented(view: View, { round, giver, target, markers }: Round) {
  const { game, gameNumber } = view;
  if (!game || target === null) return null;
  const chance = seedOf(`${game.promise ?? ''} ${gameNumber} ${round}`);
  const bots = game.players.filter(({ seat }) => faceOf(view, seat, null).isBot);
  const seat = bots[chance % Math.max(1, bots.length)]?.seat;
  if (seat === undefined || Math.floor(chance / 97) % EVERY !== 0) return null;
  const mood = moodOf(markers, giver, seat, target);
  return mood && { seat, mood };
}

/** How a round went for a seat, from what all can see; null where there is nothing to say. */
function moodOf(markers: Round['markers'], giver: SeatId, seat: SeatId, target: Cell): Mood | null {
  const its = markers.filter((marker) => (marker.seat === seat) !== (seat === giver));
  const steps = Math.min(...its.map(({ cell }) => stepsBetween(cell, target)));
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
