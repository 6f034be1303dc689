import { err, ok, type Result } from '../../../shared/core/result.ts';
import type { ClientGame } from '../../games/game.ts';
import { people } from '../../i18n/people/index.ts';
import { replayPage } from '../../net/replay.ts';
import { said } from '../../net/said.ts';
import type { Refusal } from '../../net/types.ts';
import { MAX_STEPS, Replaying } from '../../store/replay.ts';

/** How often a busy server is asked again, and after how long, ms. */
const TRIES = 4;
const REST_MS = 1_500;

/** A finished game as far as it is loaded. */
export interface LoadedReplay {
  readonly game: ClientGame;
  readonly replaying: Replaying;
  /** Which game at its table. */
  readonly number: number;
  /** Epoch ms. */
  readonly startedAt: number;
  /** Steps so far, and whether there are no more. */
  readonly length: number;
  readonly isWhole: boolean;
}

/** The match and the number in the address of a replay; null for any other. */
export function replayAt(path: string): { readonly match: string; readonly number: number | null } | null {
  const [, match, number] = /^\/replay\/([\w-]{1,60})(?:\/(\d{1,6}))?\/?$/.exec(path) ?? [];
  return match === undefined ? null : { match, number: number === undefined ? null : Number(number) };
}

/** Loads a finished game, page by page, and tells what there is after each; the last answer is whole, or a refusal. */
export async function* loadReplay(
  { match, number }: { readonly match: string; readonly number: number | null },
  loadGame: (name: string) => Promise<ClientGame>,
): AsyncGenerator<Result<LoadedReplay, Refusal>> {
  let loaded: { readonly game: ClientGame; readonly replaying: Replaying } | null = null;
  let which = number;
  for (let after: number | null = null; ; ) {
    const answer = await patiently(() => replayPage(match, which, after));
    if (!answer.ok) return yield answer;
    const page = answer.value;
    which = page.number;
    loaded ??= await loadRules(page.game, loadGame);
    if (!loaded) return yield err(said('not_found'));
    const { replaying } = loaded;
    if (!replaying.add(page)) return yield err(said('outdated'));
    const isWhole = page.next === null || replaying.length >= MAX_STEPS;
    yield ok({
      ...loaded,
      number: page.number,
      startedAt: page.startedAt,
      length: replaying.length,
      isWhole,
    });
    if (isWhole) return;
    after = page.next;
  }
}

async function loadRules(name: string, loadGame: (name: string) => Promise<ClientGame>) {
  const game = await loadGame(name);
  const replay = await game.replay?.();
  return replay ? { game, replaying: new Replaying(replay, people.someone) } : null;
}

/** Asks again while too many others ask. */
async function patiently<T>(ask: () => Promise<Result<T, Refusal>>): Promise<Result<T, Refusal>> {
  for (let tries = 1; ; tries++) {
    const answer = await ask();
    if (answer.ok || answer.error.code !== 'busy' || tries === TRIES) return answer;
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
  }
}
