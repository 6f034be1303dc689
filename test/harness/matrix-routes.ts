import type { Router } from 'express';
import { type AccountDeps, accountApi } from '../../server/http/account.ts';
import { type ApiDeps, api } from '../../server/http/api.ts';
import { type ChatDeps, chatApi } from '../../server/http/chat.ts';
import { type DailyDeps, dailyApi } from '../../server/http/daily.ts';
import { type GamesDeps, gamesApi } from '../../server/http/games.ts';
import { type MetDeps, metApi } from '../../server/http/met.ts';
import { type OperateDeps, operateApi } from '../../server/http/operate.ts';
import {
  fields,
  flag,
  list,
  matching,
  oneOf,
  optional,
  orNull,
  type Shape,
  text,
  whole,
} from './matrix-shapes.ts';

/** One route of the HTTP interface, as `docs/protocol.md` names it. */
export interface RouteRow {
  readonly route: string;
  /** What its body looks like; null for none. */
  readonly body: Shape | null;
  /** What it says to somebody without a session; null for the usual refusal. */
  readonly toStrangers?: string;
}

const PERSON = matching(/^[\w-]{6,32}$/, 'somebody-else');
const PROTOCOL = list(whole(1, 10_000, 1), 2, 2);
const NAME = text(200, 'Somebody');
const PASSWORD = text(1_000, 'moss brick lagoon');
const TITLE = text(60, 'A title', 1);
const MODE = optional(text(40, 'classic'));
const GAME = optional(text(40, 'color-clues'));
const CHAT_SEAT = fields({ protocol: PROTOCOL });

/** Every route there is for everybody. A test compares this list with the routers and with the page of the protocol. */
export const ROUTES: readonly RouteRow[] = [
  { route: 'POST /api/session', body: fields({}), toStrangers: '200' },
  {
    route: 'PATCH /api/me',
    body: fields({ name: optional(NAME), marker: optional(whole(0, 9, 1)) }),
  },
  {
    route: 'POST /api/tables',
    body: fields({
      visibility: oneOf('private', 'public'),
      game: GAME,
      language: optional(oneOf('en', 'de')),
      mode: MODE,
    }),
  },
  { route: 'POST /api/play', body: fields({ game: GAME, mode: MODE }) },
  {
    route: 'POST /api/tables/:code/seat',
    body: fields({
      wantsSeat: flag(),
      protocol: PROTOCOL,
      withSession: optional(flag(false)),
      isScreen: optional(flag(false)),
      password: optional(text(64, 'moss', 1)),
    }),
  },
  { route: 'GET /api/tables/mine', body: null },
  { route: 'GET /api/address', body: null, toStrangers: '200' },
  { route: 'GET /api/tables/live', body: null, toStrangers: '200' },
  { route: 'GET /api/matches/:match/:record', body: null, toStrangers: '404 not_found' },
  { route: 'GET /api/games', body: null },
  { route: 'GET /api/games/statistics', body: null },
  { route: 'POST /api/games/ranked', body: fields({ isIn: flag() }) },
  { route: 'GET /api/games/week', body: null },
  { route: 'GET /api/replays/:match/:number', body: null, toStrangers: '404 not_found' },
  { route: 'GET /api/met', body: null },
  { route: 'POST /api/met', body: fields({ isOn: flag() }) },
  { route: 'POST /api/met/forget', body: fields({ person: PERSON }) },
  { route: 'GET /api/daily', body: null },
  { route: 'GET /api/daily/:day', body: null },
  { route: 'POST /api/daily/:day', body: fields({ places: list(whole(0, 9_999, 1), 3, 10) }) },
  { route: 'GET /api/chat/lobbies', body: null },
  {
    route: 'POST /api/chat/lobbies',
    body: fields({
      name: matching(/^[a-z0-9](?:[a-z0-9-]{1,22}[a-z0-9])$/, 'matrix-lobby'),
      title: TITLE,
      topic: text(200),
      language: matching(/^(?:[a-z]{2,3})?$/, 'en'),
    }),
  },
  { route: 'POST /api/chat/direct', body: fields({ person: PERSON }) },
  { route: 'POST /api/chat/groups', body: fields({ title: TITLE, people: list(PERSON, 1, 9) }) },
  { route: 'GET /api/chat/search', body: null },
  { route: 'GET /api/chat/reports', body: null },
  { route: 'POST /api/chat/inbox/seat', body: CHAT_SEAT },
  { route: 'GET /api/chat/blocked', body: null },
  { route: 'POST /api/chat/block', body: fields({ person: PERSON, isBlocked: flag() }) },
  {
    route: 'PATCH /api/chat/settings',
    body: fields({ whoMayWrite: oneOf('everybody', 'met', 'nobody') }),
  },
  { route: 'POST /api/chat/:id/seat', body: CHAT_SEAT },
  { route: 'GET /api/chat/:id/messages', body: null },
  { route: 'GET /api/chat/:id/since', body: null },
  { route: 'POST /api/chat/:id/answer', body: fields({ answer: oneOf('accept', 'decline', 'block') }) },
  { route: 'GET /api/chat/:id/audit', body: null },
  { route: 'GET /api/chat/:id/banned', body: null },
  { route: 'POST /api/chat/:id/quiet', body: fields({ isMuted: flag() }) },
  {
    route: 'POST /api/chat/:id/report',
    body: fields({ seq: whole(1, 0xffff_ffff, 1), reason: text(500) }),
  },
  { route: 'GET /api/account', body: null },
  { route: 'POST /api/account/claim', body: fields({ name: NAME, password: PASSWORD }) },
  {
    route: 'POST /api/account/login',
    body: fields({ name: NAME, password: PASSWORD }),
    toStrangers: '403 wrong_login',
  },
  {
    route: 'POST /api/account/recover',
    body: fields({ name: NAME, code: text(100), password: PASSWORD }),
    toStrangers: '403 wrong_code',
  },
  { route: 'POST /api/account/password', body: fields({ old: PASSWORD, password: PASSWORD }) },
  { route: 'POST /api/account/codes', body: fields({ password: PASSWORD }) },
  { route: 'POST /api/account/logout', body: fields({}) },
  { route: 'POST /api/account/end-session', body: fields({ session: text(40) }) },
  { route: 'GET /api/account/data', body: null },
  {
    route: 'POST /api/account/delete',
    body: fields({ password: orNull(PASSWORD), name: optional(NAME) }),
  },
  // Whoever asks is nobody any more; the ticket cannot be guessed.
  { route: 'GET /api/account/delete/:ticket', body: null, toStrangers: '404 not_found' },
];

/** Routes that are there for operators alone; `operate.test.ts` tries them. */
export const OPERATORS_ROUTES: readonly string[] = ['POST /api/operate/seat'];

/** The parts of a route. */
export const partsOf = (route: string): { readonly method: string; readonly path: string } => {
  const [method = '', path = ''] = route.split(' ');
  return { method, path };
};

/** By UTC, as the server reckons. */
const TODAY = new Date().toISOString().slice(0, 10);

/** A route with a table and a conversation in place of what its path leaves open. */
export const pathTo = ({ route }: RouteRow, { code, conversation }: { code: string; conversation: string }) =>
  partsOf(route).path.replace(':code', code).replace(':id', conversation).replace(':day', TODAY);

/** The routes that the server really has. Nothing is asked of them, so they need nothing to work with. */
export function routesOfServer(): string[] {
  const nothing: unknown = { personalData: {}, limits: {} };
  return [
    ...routesIn('/api', api(nothing as ApiDeps).router),
    ...routesIn('/api', gamesApi(nothing as GamesDeps)),
    ...routesIn('/api/chat', chatApi(nothing as ChatDeps)),
    ...routesIn('/api/operate', operateApi(nothing as OperateDeps)),
    ...routesIn('/api/met', metApi(nothing as MetDeps)),
    ...routesIn('/api/daily', dailyApi(nothing as DailyDeps)),
    ...routesIn('/api/account', accountApi(nothing as AccountDeps)),
  ];
}

function routesIn(prefix: string, { stack }: ReturnType<typeof Router>): string[] {
  return stack.flatMap((layer) => {
    if (!layer.route) throw new Error(`${prefix} has something that is no route`);
    const { path, stack: handlers } = layer.route;
    return handlers.map(({ method }) => `${method.toUpperCase()} ${prefix}${path === '/' ? '' : path}`);
  });
}

/** The routes in `docs/protocol.md`, without what may follow a question mark. */
export const routesInDocs = (page: string): string[] =>
  [...page.matchAll(/^### `((?:GET|POST|PATCH|PUT|DELETE) [^`?]+)/gm)].map(([, route]) => route!);
