import { type Request, Router } from 'express';
import { GAMES } from '../../shared/games/index.ts';
import {
  type GamesAnswer,
  rankedBody,
  type StatisticsAnswer,
  type WeekAnswer,
} from '../../shared/protocol/games.ts';
import { matchIdSchema } from '../../shared/protocol/http.ts';
import { gameNumberSchema, type ReplayPage } from '../../shared/protocol/replay.ts';
import type { Visitor } from '../identity/identities.ts';
import { type Budgets, OpenCount } from './budgets.ts';
import { numberOf, parse, queryOf } from './parse.ts';
import { RefusedError } from './refusals.ts';
import type { Sessions } from './sessions.ts';

/** What the HTTP interface needs of games that are over. All may reject when the store is away. */
export interface PastPort {
  page(
    person: string,
    wanted: { readonly before: number | null; readonly game: string | null },
    isWanted: () => boolean,
  ): Promise<GamesAnswer>;
  statistics(person: string, hasAccount: boolean): Promise<StatisticsAnswer>;
  rank(person: string, isIn: boolean): Promise<void>;
  week(game: string, viewer: string): Promise<WeekAnswer>;
}

export interface GamesDeps {
  readonly sessions: Pick<Sessions, 'visitor'>;
  readonly budgets: Budgets;
  readonly past: PastPort;
  readonly replays: {
    /** Null when there is no such game, and for whoever may not see it. */
    page(
      wish: {
        readonly match: string;
        readonly number: number | null;
        readonly after: number | null;
        readonly viewer: string | null;
      },
      isWanted: () => boolean,
    ): Promise<ReplayPage | null>;
  };
  addressOf(request: Request): string;
}

/** Journals that are read through at the same time, by all. */
const MAX_READERS = 4;
const ALL = 'all';
/** In the place of a number: the game that was finished last. */
const LAST = 'last';

/** Finished games, under `/api/games` and `/api/replays`. */
export function gamesApi({ sessions, budgets, past, replays, addressOf }: GamesDeps): Router {
  const router = Router();
  const readers = new OpenCount(MAX_READERS);

  const visitorOf = async (request: Request): Promise<Visitor> => {
    const visitor = await sessions.visitor(request);
    if (!visitor) throw new RefusedError('no_session');
    await budgets.pagesOfPerson.spend(visitor.person.id);
    return visitor;
  };

  /** Reads journals as long as somebody waits for the answer; refuses as `busy` while too many are read. */
  const reading = async <T>(read: () => Promise<T>): Promise<T> => {
    const close = readers.open(ALL);
    if (!close) throw new RefusedError('busy');
    try {
      return await read();
    } finally {
      close();
    }
  };

  router.get('/games', async (request, response) => {
    const { person } = await visitorOf(request);
    const query = queryOf(request);
    const game = gameIn(query.get('game'));
    const wanted = { before: numberOf(query.get('before')), game };
    const isWanted = () => !response.closed && !response.headersSent;
    response.json(await reading(() => past.page(person.id, wanted, isWanted)));
  });

  router.get('/games/statistics', async (request, response) => {
    const { person, hasAccount } = await visitorOf(request);
    response.json(await past.statistics(person.id, hasAccount));
  });

  router.post('/games/ranked', async (request, response) => {
    const { person, hasAccount } = await visitorOf(request);
    const { isIn } = parse(rankedBody, request.body);
    if (!hasAccount) throw new RefusedError('not_named');
    await past.rank(person.id, isIn);
    response.json(await past.statistics(person.id, hasAccount));
  });

  router.get('/games/week', async (request, response) => {
    const { person } = await visitorOf(request);
    const game = gameIn(queryOf(request).get('game')) ?? GAMES[0].name;
    response.json(await past.week(game, person.id));
  });

  router.get('/replays/:match/:number', async (request, response) => {
    await budgets.replays.spend(addressOf(request));
    const match = matchIdSchema.safeParse(request.params.match);
    const isLast = request.params.number === LAST;
    const number = isLast ? null : gameNumberSchema.safeParse(numberOf(request.params.number));
    if (!match.success || number?.success === false) throw new RefusedError('not_found');
    const viewer = (await sessions.visitor(request))?.person.id ?? null;
    const after = numberOf(queryOf(request).get('after'));
    const wish = { match: match.data, number: number?.data ?? null, after, viewer };
    const isWanted = () => !response.closed && !response.headersSent;
    const page = await reading(() => replays.page(wish, isWanted));
    if (!page) throw new RefusedError('not_found');
    response.json(page);
  });

  return router;
}

/** A game by its name; null for all of them. @throws RefusedError `unknown_game` */
function gameIn(name: string | null): string | null {
  if (name === null || name === '') return null;
  if (!GAMES.some((game) => game.name === name)) throw new RefusedError('unknown_game');
  return name;
}
