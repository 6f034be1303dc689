import type { GameWords, Played } from '../games/game.ts';
import { gameText } from '../i18n/game/index.ts';
import { table } from '../i18n/table/index.ts';
import { faceOf, type MySeat, type View } from './faces.ts';
import { ranking } from './ranking.ts';
import { isHeld, played } from './turns.ts';

/** What a screen reader is told when one view follows another; null when nothing of note changed. */
export function announcement(
  game: GameWords,
  before: View | null,
  after: View | null,
  me: MySeat,
): string | null {
  if (!after) return null;
  const news = [...peopleNews(game, before, after, me), gameNews(game, before, after, me)];
  return news.filter(Boolean).join(' ') || null;
}

function gameNews(game: GameWords, before: View | null, after: View, me: MySeat): string | null {
  const is = played(after);
  if (!is || after.phase === 'waiting') return null;
  if (before && after.phase === 'playing' && isHeld(before) !== isHeld(after)) return holdNews(game, is, me);
  const told = game.announcement ? game.announcement(before, is, me) : sentenceNews(game, before, is, me);
  if (before?.phase !== 'playing' || after.phase !== 'over') return told;
  return [told, table.endedWith(ranking(game, is, me).headline)].filter(Boolean).join(' ');
}

/** The host holds the game, or it goes on: with what it stands still at. */
function holdNews(game: GameWords, is: Played, me: MySeat): string {
  if (!isHeld(is)) return spoken(game, is, me);
  const host = is.host === null ? null : faceOf(is, is.host, me);
  return gameText.hostPaused({ name: host?.name ?? null, isMine: host?.isMine ?? false });
}

/** The sentence above the board as it is read aloud, where it is another one. */
function sentenceNews(game: GameWords, before: View | null, is: Played, me: MySeat): string | null {
  const was = played(before);
  const said = spoken(game, is, me);
  return was && spoken(game, was, me) === said ? null : said;
}

function spoken(game: GameWords, view: Played, me: MySeat): string {
  const { now, about, large, said = [] } = game.sentence(view, me);
  return [now, said.length > 0 ? said.join(', ') : large, about].filter(Boolean).join('. ');
}

/** Who left, who sat down, who is away while they are waited for, and that one is the host now. */
function peopleNews(game: GameWords, before: View | null, after: View, me: MySeat): string[] {
  if (before === null) return [];
  const others = ({ seats }: View) => seats.filter(({ id }) => id !== me);
  const had = new Map(before.seats.map((seat) => [seat.id, seat]));
  const has = new Set(after.seats.map(({ id }) => id));
  const left = others(before).filter(({ id }) => !has.has(id));
  const joined = others(after).filter(({ id }) => !had.has(id));
  const is = after.phase === 'playing' ? played(after) : null;
  const awaited = is ? game.wait(is).seats : [];
  const away = others(after).filter(
    ({ id, awaySince }) =>
      awaySince !== null && awaited.includes(id) && had.has(id) && had.get(id)?.awaySince === null,
  );
  const isHost = me !== null && after.host === me && before.host !== null && before.host !== me;
  return [
    ...left.map(({ person }) => table.hasLeft(person.name)),
    ...joined.map(({ person }) => table.satDown(person.name)),
    ...away.map(({ person }) => table.isAwayNow(person.name)),
    ...(isHost ? [table.youAreHost] : []),
  ];
}

/** Seconds at which a running clock is spoken. */
const SPOKEN_SECONDS: readonly number[] = [30, 10, 5];
/** As its turn begins, nobody needs to hear how long that is. */
const BEGUN = 0.8;

/** Those for a wait of this length, ms; null where that is not known. */
export const spokenSeconds = (spanMs: number | null): readonly number[] =>
  SPOKEN_SECONDS.filter((seconds) => spanMs === null || seconds * 1_000 < BEGUN * spanMs);
