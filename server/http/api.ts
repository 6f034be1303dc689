import { type Request, type Response, Router } from 'express';
import { LRUCache } from 'lru-cache';
import { FIRST_LANGUAGE, LANGUAGES, type Language, languageAmong } from '../../shared/core/languages.ts';
import type { Clock } from '../../shared/engine/ports.ts';
import {
  type AddressAnswer,
  createTableBody,
  emptyBody,
  type Me,
  matchIdSchema,
  playBody,
  profileBody,
  seatBody,
  type TableSeatAnswer,
  tableCodeSchema,
} from '../../shared/protocol/http.ts';
import type { Accounts } from '../identity/accounts.ts';
import type { Identities, Visitor } from '../identity/identities.ts';
import { checkName } from '../identity/names.ts';
import { peerOf } from './address.ts';
import { browserKey } from './browser.ts';
import { type Budgets, OpenCount } from './budgets.ts';
import type { ChatVisitor } from './chat-port.ts';
import type { Guess } from './guesses.ts';
import type { LiveTables } from './live.ts';
import { isLoopback } from './network.ts';
import { parse, speaks, unwrap } from './parse.ts';
import type { PendingSeats } from './pending-seats.ts';
import { RefusedError } from './refusals.ts';
import type { Sessions } from './sessions.ts';
import type { TablesPort } from './tables-port.ts';

export interface ApiDeps {
  readonly clock: Clock;
  readonly sessions: Sessions;
  readonly identities: Identities;
  readonly accounts: Accounts;
  readonly tables: TablesPort;
  readonly budgets: Budgets;
  readonly pendingSeats: PendingSeats;
  readonly live: LiveTables;
  /** Compares what somebody says with a password. */
  readonly guess: Guess;
  /** What the game of a match tells of it under a name, or null; stops when nobody waits for it any more. */
  record(match: string, name: string, isWanted: () => boolean): Promise<object | null>;
  /** Who sent a request; refuses as `no_session`. */
  chatVisitor(request: Request): Promise<ChatVisitor>;
  /** Whether somebody looks after this server. */
  isOperator(visitor: Pick<Visitor, 'person' | 'hasAccount'>): Promise<boolean>;
  /** Where friends reach this server; null when nobody else does. */
  friendsOrigin(): string | null;
  /** The key that budgets of an address are counted under. */
  addressOf(request: Request): string;
}

/** Codes that somebody was let in with here, so that guesses of others at the same address do not slow them down. */
const MAX_KNOWN = 20_000;
/** Journals that are read through for a record at the same time, and when to come back when they are too many. */
const MAX_RECORD_READERS = 2;
const RECORD_PAUSE_SECONDS = 2;
const ALL = 'all';

export interface Api {
  readonly router: Router;
  /** Answers whoever asks for a seat at the table of a code, which is what everybody asks for who comes. */
  seat(request: Request, response: Response, code: string): Promise<void>;
}

/** Everything under `/api`. Requests are checked and bodies are read before they come here. */
export function api(deps: ApiDeps): Api {
  const { clock, sessions, tables, budgets, pendingSeats, live, addressOf } = deps;
  const known = new LRUCache<string, true>({ maxSize: MAX_KNOWN, sizeCalculation: () => 1 });
  const recordReaders = new OpenCount(MAX_RECORD_READERS);

  const visitorOf = async (request: Request): Promise<Visitor> => {
    const visitor = await sessions.visitor(request);
    if (!visitor) throw new RefusedError('no_session');
    return visitor;
  };

  /** The name as it may be shown. One that belongs to somebody's account is not for others. */
  const nameFor = async ({ person, hasAccount }: Visitor, raw: string): Promise<string> => {
    if (hasAccount) return unwrap(await deps.accounts.rename(person.id, raw));
    const name = unwrap(checkName(raw));
    if (!(await deps.accounts.mayUse(person.id, name))) throw new RefusedError('name_taken');
    return name;
  };

  const router = Router();

  /** Who this browser is: the session it has, which lasts from now on, or that of a new guest. */
  const comeIn = async (request: Request, response: Response): Promise<Visitor> => {
    const visitor = await sessions.visitor(request);
    if (visitor) {
      sessions.renew(request, response);
      return visitor;
    }
    const address = addressOf(request);
    // A browser that keeps no cookies comes without one each time: it must not use up what its address has.
    const giveBack = await budgets.unusedSessions.hold(`${address} ${browserKey(request)}`);
    await budgets.sessions.spend(address);
    return sessions.begin(request, response, giveBack);
  };

  const seat: Api['seat'] = async (request, response, rawCode) => {
    const wish = seatBody.safeParse(request.body);
    const visitor = wish.data?.withSession ? await comeIn(request, response) : await visitorOf(request);
    const { person, session, isNamed } = visitor;
    const address = addressOf(request);
    await budgets.seatsOfAddress.spend(address);
    await budgets.seatsOfPerson.spend(person.id);
    if (!wish.success) throw new RefusedError('bad_request');
    const { wantsSeat, protocol, isScreen = false, password } = wish.data;
    speaks(protocol);
    const code = tableCodeSchema.safeParse(rawCode);
    const key = `${person.id}:${code.data}`;
    const isKnown = async () => code.success && (await tables.hasSatAt(person.id, code.data));
    if (!known.has(key)) await budgets.codes.mayGuess(address, isKnown);
    if (!code.success) {
      await budgets.codes.missed(address);
      throw new RefusedError('no_table');
    }
    const by = { person, session, isNamed, isOperator: await deps.isOperator(visitor) };
    const details = [session, isNamed, person.name, person.marker, wantsSeat, isScreen, password];
    const place = { person: person.id, address, room: code.data, details };
    const { talk, game, reservation } = await pendingSeats.promise(place, async () => {
      const promised = async () => {
        const found = await tables.seat(by, code.data, { wantsSeat, isScreen, password });
        if (!found.ok && found.error.code === 'no_table') await budgets.codes.missed(address);
        return found;
      };
      if (password !== undefined) return deps.guess(request, `table ${code.data}`, promised);
      return unwrap(await promised());
    });
    known.set(key, true);
    const player = meOf(visitor);
    response.json({ reservation, talk, game, player, now: clock.now() } satisfies TableSeatAnswer);
  };
  router.post('/tables/:code/seat', (request, response) => seat(request, response, request.params.code));

  router.post('/session', async (request, response) => {
    parse(emptyBody, request.body);
    response.json({ player: meOf(await comeIn(request, response)) });
  });

  router.patch('/me', async (request, response) => {
    const visitor = await visitorOf(request);
    await budgets.renamesOfAddress.spend(addressOf(request));
    await budgets.renamesOfPerson.spend(visitor.person.id);
    const { name: raw, marker } = parse(profileBody, request.body);
    const name = raw === undefined ? null : await nameFor(visitor, raw);
    const patch = { ...(name !== null && { name }), ...(marker !== undefined && { marker }) };
    const person = await deps.identities.change(visitor.person.id, patch);
    if (!person) throw new RefusedError('no_session');
    tables.rename({ ...person, isNamed: visitor.isNamed || name !== null });
    response.json({ player: meOf({ ...visitor, person, isNamed: visitor.isNamed || name !== null }) });
  });

  router.post('/tables', async (request, response) => {
    const { person } = await visitorOf(request);
    await budgets.creates.spend(addressOf(request));
    const wanted = parse(createTableBody, request.body);
    const { code } = unwrap(await tables.create(person, { language: spokenBy(request), ...wanted }));
    known.set(`${person.id}:${code}`, true);
    response.status(201).json({ code });
  });

  router.post('/play', async (request, response) => {
    const { person } = await visitorOf(request);
    await budgets.plays.spend(addressOf(request));
    const wanted = { language: spokenBy(request), ...parse(playBody, request.body) };
    response.json({ code: unwrap(await tables.quickPlay(person, wanted)).code });
  });

  router.get('/matches/:match/:record', async (request, response) => {
    await budgets.records.spend(addressOf(request));
    const match = matchIdSchema.safeParse(request.params.match);
    if (!match.success) throw new RefusedError('not_found');
    const close = recordReaders.open(ALL);
    if (!close) throw new RefusedError('busy', { retryAfterSeconds: RECORD_PAUSE_SECONDS });
    try {
      const isWanted = () => !response.closed && !response.headersSent;
      const record = await deps.record(match.data, request.params.record, isWanted);
      if (!record) throw new RefusedError('not_found');
      response.json(record);
    } finally {
      close();
    }
  });

  router.get('/tables/mine', async (request, response) => {
    const { person } = await visitorOf(request);
    await budgets.seatsOfPerson.spend(person.id);
    response.json({ tables: await tables.mine(person.id) });
  });

  router.get('/address', (request, response) => {
    const isHere = isLoopback(peerOf(request));
    response.json({ origin: isHere ? deps.friendsOrigin() : null } satisfies AddressAnswer);
  });

  router.get('/tables/live', (request: Request, response: Response) =>
    live.open(request, response, addressOf(request)),
  );

  return { router, seat };
}

/** What the browser of a request likes to read best, of all that can be spoken at a table. */
const spokenBy = (request: Request): Language =>
  languageAmong([request.acceptsLanguages([...LANGUAGES]) || FIRST_LANGUAGE]);

/** A person as shown to themselves. */
export const meOf = ({
  person: { id, name, marker },
  isNamed,
  hasAccount,
}: Pick<Visitor, 'person' | 'isNamed' | 'hasAccount'>): Me => ({
  id,
  name,
  marker,
  isNamed,
  hasAccount,
});
