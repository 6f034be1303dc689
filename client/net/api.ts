import { type Signal, signal } from '@preact/signals';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { RefusalAnswer, TableSeatAnswer } from '../../shared/protocol/http.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/version.ts';
import { app } from '../i18n/app/index.ts';
import { chosenLanguage, pageLanguage } from '../i18n/language.ts';
import { withMessages } from '../i18n/messages.ts';
import type { Api, LiveTables, Me, MyTable, Refusal } from './types.ts';

type Method = 'GET' | 'POST' | 'PATCH';

/** A connection that is silent for so long is taken for dead, ms. Nothing that the server does takes as long. */
const ANSWER_MS = 5_000;

/** Codes of tables whose next connection shall ask for a seat at once. */
const seatWishes = new Set<string>();

/** Whether this page asked to play at a table, not only to watch. Answers `true` once per wish. */
export const takeSeatWish = (code: string): boolean => seatWishes.delete(code);

/**
 * Sends JSON, or asks; whatever goes wrong comes back as a refusal: `offline` without a network, or when the answer is cut
 * off or does not come.
 */
async function call<T>(method: Method, path: string, body: unknown = {}): Promise<Result<T, Refusal>> {
  try {
    const response = await fetch(path, {
      method,
      ...(method === 'GET'
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      credentials: 'same-origin',
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    if (!response.ok) return err(await refusalIn(response));
    const answer = (await response.json()) as T;
    void loadSaid().catch(() => {});
    return ok(answer);
  } catch {
    return err(await said('offline'));
  }
}

/** Why the server refused, read from its answer. In another language than English it is worded here, by its code. */
export async function refusalIn(response: Response): Promise<Refusal> {
  const answer: unknown = await response.json().catch(() => null);
  if (!isRefusal(answer)) return said('unavailable');
  if (pageLanguage === 'en') return answer;
  return withMessages(import('./answered.ts')).then(
    ({ answered }) => answered(answer),
    () => answer,
  );
}

/** The sentences of refusals: loaded with the first answer of a server, so that they are there when it is gone. */
const loadSaid = () => withMessages(import('./said.ts'));

/** A refusal of our own making. */
const said = (code: string): Promise<Refusal> =>
  loadSaid().then(
    (found) => found.said(code),
    () => ({ code, message: app.maybeUpdated }),
  );

const isRefusal = (value: unknown): value is RefusalAnswer =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Refusal).code === 'string' &&
  typeof (value as Refusal).message === 'string';

let session: Promise<Me> | null = null;
let isAskingWho = false;
const found: Signal<Me | null> = signal(null);
/** While this page itself logs out, or becomes somebody else: who is found then is no news. */
let isLeaving = false;

/** The session that the server has known us by at least once. */
let proven: Promise<Me> | null = null;

/** False once it is known that this browser keeps no cookie of a session: then nothing more is asked. */
const keepsCookies: Signal<boolean> = signal(true);
const noCookies = async () => err(await said('no_cookies'));

/** Who this browser is; asked once, until it fails or changes. Without cookies nobody can say: then it never resolves. */
function mySession(): Promise<Me> {
  if (!keepsCookies.peek()) return new Promise(() => {});
  session ??= learnWho(call<{ player: Me }>('POST', '/api/session'));
  return session;
}

/** Who this browser is, from an answer that says it. */
async function learnWho(answer: Promise<Result<{ readonly player: Me }, Refusal>>): Promise<Me> {
  isAskingWho = true;
  const result = await answer;
  isAskingWho = false;
  if (result.ok) {
    if (!isLeaving) found.value = result.value.player;
    return result.value.player;
  }
  session = null;
  throw new Error(result.error.message);
}

/** Forgets who this browser is; the next question asks the server again. One under way is as good as a new one. */
export function forgetSession(): void {
  if (!isAskingWho) session = null;
}

/** Does what ends the session of this browser; nobody is told then that they were logged out elsewhere. */
export async function leaving<T>(act: () => Promise<Result<T, Refusal>>): Promise<Result<T, Refusal>> {
  isLeaving = true;
  const answer = await act();
  isLeaving = answer.ok;
  return answer;
}

const isNobody = (answer: Result<unknown, Refusal>): boolean =>
  !answer.ok && answer.error.code === 'no_session';

/**
 * Sends JSON, or asks, as somebody: a session that was known and is lost is renewed once. One that the server never
 * knew again was not kept by the browser: every further try would make one more guest in vain, so there is none.
 */
export async function callAsMe<T>(method: Method, path: string, body?: unknown): Promise<Result<T, Refusal>> {
  const mine = isAskingWho ? null : session;
  const first = await tryAsMe<T>(method, path, body, mine);
  if (!isNobody(first)) return first;
  // Another part of this page may have renewed it meanwhile.
  if (session === mine) forgetSession();
  const next = mySession();
  const isKnown = await next.then(
    () => true,
    () => false,
  );
  return isKnown ? tryAsMe(method, path, body, next) : first;
}

async function tryAsMe<T>(method: Method, path: string, body: unknown, as: Promise<Me> | null) {
  if (!keepsCookies.peek()) return noCookies();
  const answer = await call<T>(method, path, body);
  if (answer.ok && as) proven = as;
  if (!isNobody(answer) || !as || as !== session || as === proven) return answer;
  keepsCookies.value = false;
  return noCookies();
}

export const seatPath = (code: string) => `/api/tables/${code}/seat`;
export const seatWish = (wantsSeat: boolean) => ({
  wantsSeat,
  protocol: [PROTOCOL_VERSION, PROTOCOL_VERSION],
});

/** Places to watch from that were asked for before their table was loaded, with when that was: each is for one use. */
export const earlySeats = new Map<
  string,
  { readonly at: number; readonly seat: Promise<Result<TableSeatAnswer, Refusal>> }
>();

/**
 * A page begins at a table: its first request asks for a place to watch and for the session, while the rest of the page is
 * loaded. Called before anybody asks who this browser is.
 */
export function beginAt(code: string): void {
  const seat = call<TableSeatAnswer>('POST', seatPath(code), { ...seatWish(false), withSession: true });
  earlySeats.set(code, { at: performance.now(), seat });
  session = learnWho(seat);
}

/** Asks for a table, spoken at in the language that somebody has chosen for the page, else in what their browser asks for. */
async function toPlay(path: string, wanted: object): Promise<Result<{ code: string }, Refusal>> {
  if (keepsCookies.peek()) await mySession().catch(() => null);
  const made = await callAsMe<{ code: string }>('POST', path, {
    language: chosenLanguage() ?? undefined,
    ...wanted,
  });
  if (made.ok) seatWishes.add(made.value.code);
  return made;
}

export const api: Api = {
  keepsCookies,
  found,
  session: mySession,
  async rename(patch) {
    const renamed = await callAsMe<{ player: Me }>('PATCH', '/api/me', patch);
    if (!renamed.ok) return renamed;
    session = Promise.resolve(renamed.value.player);
    proven = session;
    return ok(renamed.value.player);
  },
  wantSeat: (code) => {
    seatWishes.add(code);
  },
  createTable: (wanted) => toPlay('/api/tables', wanted),
  playNow: (game, mode) => toPlay('/api/play', { game, mode }),
  async myTables() {
    // Who is nobody yet has no tables, and need not be refused first.
    if (keepsCookies.peek()) await mySession().catch(() => null);
    const found = await callAsMe<{ tables: MyTable[] }>('GET', '/api/tables/mine');
    return found.ok ? found.value.tables : [];
  },
  liveTables(onList, filter = {}) {
    const source = new EventSource(`/api/tables/live?${new URLSearchParams({ ...filter })}`);
    source.addEventListener('message', (event: MessageEvent<string>) =>
      onList(JSON.parse(event.data) as LiveTables),
    );
    return () => source.close();
  },
};
