import { setTimeout as pause } from 'node:timers/promises';
import { type Request, type Response, Router } from 'express';
import type { Log } from '../../shared/engine/ports.ts';
import {
  type AccountView,
  claimBody,
  confirmBody,
  deleteBody,
  type Erasing,
  type ErasingProgress,
  endSessionBody,
  loginBody,
  passwordBody,
  recoverBody,
  ticketSchema,
} from '../../shared/protocol/account.ts';
import { emptyBody } from '../../shared/protocol/http.ts';
import type { Limits } from '../config.ts';
import type { Accounts, Admit, Proven } from '../identity/accounts.ts';
import type { EndedSessions } from '../identity/ended-sessions.ts';
import type { Erasures } from '../identity/erasures.ts';
import type { Identities, Visitor } from '../identity/identities.ts';
import { Turns } from '../identity/turns.ts';
import { type ApiDeps, meOf } from './api.ts';
import type { DeviceCookie } from './devices.ts';
import { download, type Part } from './download.ts';
import type { Guess } from './guesses.ts';
import { parse } from './parse.ts';
import { RefusedError } from './refusals.ts';

export interface AccountDeps extends Pick<ApiDeps, 'sessions' | 'budgets' | 'tables' | 'addressOf'> {
  readonly accounts: Accounts;
  readonly devices: DeviceCookie;
  readonly guess: Guess;
  readonly identities: Identities;
  readonly log: Log;
  readonly limits: Limits;
  /** What other parts keep about a person, for the download. */
  readonly exporters: readonly ((person: string) => AsyncIterable<Part>)[];
  /** Whoever wants to be forgotten. */
  readonly erasures: Pick<Erasures, 'begin' | 'progress'>;
}

/**
 * A browser that becomes somebody else keeps its old session until it has the cookie of the new one, ms: if its sockets
 * closed before, they would come back with the old one, and get another guest.
 */
const HAND_OVER_MS = 1_000;

/** Pause between two pages of a download, ms: whoever plays or writes comes first. */
const PAGE_MS = 20;

/** The same value; pages of a list come one by one, with pauses, until nobody waits for them. */
function paced(value: unknown, signal: AbortSignal): unknown {
  if (typeof value !== 'object' || value === null || !(Symbol.asyncIterator in value)) return value;
  const pages = value as AsyncIterable<unknown>;
  return (async function* () {
    for await (const page of pages) {
      yield page;
      await pause(PAGE_MS, null, { signal });
    }
  })();
}

/** Everything under `/api/account`. */
export function accountApi(deps: AccountDeps): Router {
  const { accounts, devices, guess, identities, sessions, budgets, tables, log } = deps;
  const { limits, exporters, erasures, addressOf } = deps;
  const turns = new Turns(limits.exportsAtOnce);
  /** People whose data is being downloaded. */
  const exporting = new Set<string>();
  const router = Router();

  const visitorOf = async (request: Request): Promise<Visitor> => {
    const visitor = await sessions.visitor(request);
    if (!visitor) throw new RefusedError('no_session');
    return visitor;
  };

  /** Ends sessions that are worthless by now in any case: it need not succeed. */
  const tidy = (person: string, ended: EndedSessions): Promise<void> =>
    identities.end(person, ended).catch((error: unknown) => {
      log.warn({ err: error, person }, 'sessions that are over are still stored');
    });

  /** Whoever was let in is in, even if the browser cannot be known by it next time. */
  const remember = (request: Request, response: Response, person: string): Promise<void> =>
    devices.remember(request, response, person).catch((error: unknown) => {
      log.warn({ err: error, person }, 'a browser will not be known at the next login');
    });

  /** Does something after which the secret of this session is another one, and hands that out. */
  const renewed = async <T>(
    request: Request,
    response: Response,
    act: (visitor: Visitor, admit: Admit) => Promise<T>,
  ): Promise<T> => {
    const visitor = await visitorOf(request);
    let handOut = (_response: Response): void => {};
    const result = await act(visitor, async (generation) => {
      handOut = await sessions.renewSecret(visitor, generation);
    });
    await tidy(visitor.person.id, { person: visitor.person.id, except: visitor.session });
    handOut(response);
    await remember(request, response, visitor.person.id);
    return result;
  };

  /** Makes this browser a session of somebody who proved who they are. */
  const become = async (request: Request, response: Response, proven: Proven): Promise<Visitor> => {
    const before = await sessions.visitor(request);
    const visitor = await sessions.beginAs(proven, request, response);
    if (!visitor) throw new RefusedError('wrong_login');
    await remember(request, response, proven.person);
    if (before) {
      response.once('close', () => {
        setTimeout(() => void tidy(before.person.id, { session: before.session }), HAND_OVER_MS).unref();
      });
    }
    return visitor;
  };

  router.get('/', async (request, response) => {
    const { person, session, hasAccount } = await visitorOf(request);
    const [account, rows] = await Promise.all([
      accounts.describe(person.id),
      identities.sessionsOf(person.id),
    ]);
    const view: AccountView = {
      hasAccount,
      recoveryCodesLeft: account?.recoveryCodesLeft ?? 0,
      sessions: rows.map((each) => ({ ...each, isThis: each.id === session })),
    };
    response.json(view);
  });

  router.post('/claim', async (request, response) => {
    const { name, password } = parse(claimBody, request.body);
    const { player, codes } = await renewed(request, response, async ({ person }, admit) => {
      await budgets.renamesOfPerson.spend(person.id);
      const made = await guess(request, name, () => accounts.claim(person.id, name, password, admit));
      const [named = person] = await identities.byIds([person.id]);
      tables.rename({ ...named, isNamed: true });
      return { player: meOf({ person: named, isNamed: true, hasAccount: true }), codes: made };
    });
    response.status(201).json({ player, codes });
  });

  router.post('/login', async (request, response) => {
    const { name, password } = parse(loginBody, request.body);
    const proven = await guess(request, name, () => accounts.logIn(name, password));
    response.json({ player: meOf(await become(request, response, proven)) });
  });

  router.post('/recover', async (request, response) => {
    const { name, code, password } = parse(recoverBody, request.body);
    const proven = await guess(request, name, () => accounts.recover(name, code, password));
    const visitor = await become(request, response, proven);
    await tidy(proven.person, { person: proven.person, except: visitor.session });
    response.json({ player: meOf(visitor) });
  });

  router.post('/password', async (request, response) => {
    const { old, password } = parse(passwordBody, request.body);
    const visitor = await renewed(request, response, async (who, admit) => {
      const { id, name } = who.person;
      await guess(request, name, () => accounts.changePassword(id, old, password, name, admit));
      return who;
    });
    response.json({ player: meOf(visitor) });
  });

  router.post('/codes', async (request, response) => {
    const { person } = await visitorOf(request);
    const { password } = parse(confirmBody, request.body);
    const codes = await guess(request, person.name, () => accounts.newCodes(person.id, password));
    response.json({ codes });
  });

  router.post('/logout', async (request, response) => {
    const { person, session } = await visitorOf(request);
    parse(emptyBody, request.body);
    await identities.end(person.id, { session });
    sessions.forget(response);
    response.json({});
  });

  router.post('/end-session', async (request, response) => {
    const { person, session: mine } = await visitorOf(request);
    const { session } = parse(endSessionBody, request.body);
    if (session === 'others') await identities.end(person.id, { person: person.id, except: mine });
    else {
      const isTheirs = (await identities.sessionsOf(person.id)).some((each) => each.id === session);
      if (!isTheirs) throw new RefusedError('not_found');
      await identities.end(person.id, { session });
    }
    response.json({});
  });

  router.get('/data', async (request, response) => {
    const visitor = await visitorOf(request);
    const person = visitor.person.id;
    if (exporting.has(person)) throw new RefusedError('under_way');
    if (exporting.size >= limits.exportsAtOnce + limits.exportsWaiting) throw new RefusedError('busy');
    exporting.add(person);
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    try {
      await budgets.exportsOfAddress.spend(addressOf(request));
      await budgets.exportsOfPerson.spend(person);
      await download(response, 'color-clues.json', everythingOf(visitor, gone.signal));
    } catch (error) {
      // Whoever went away, or has half of it, needs no sentence.
      if (!response.headersSent && !gone.signal.aborted) throw error;
      if (!gone.signal.aborted) log.warn({ err: error, person }, 'a download was cut off');
      response.destroy();
    } finally {
      exporting.delete(person);
    }
  });

  async function* everythingOf(visitor: Visitor, signal: AbortSignal): AsyncGenerator<Part> {
    const { person, isNamed, hasAccount } = visitor;
    yield ['person', { ...person, isNamed, hasAccount, madeAt: await identities.madeAt(person.id) }];
    yield ['account', await accounts.describe(person.id)];
    const rows = await identities.sessionsOf(person.id);
    yield ['sessions', rows.map(({ id: _id, ...session }) => session)];
    // The file has begun, so that whoever waits for a turn knows that it comes.
    const done = await turns.take(signal);
    try {
      for (const collect of done ? exporters : []) {
        for await (const [name, value] of collect(person.id)) yield [name, paced(value, signal)];
      }
    } finally {
      done?.();
    }
  }

  router.post('/delete', async (request, response) => {
    const { person, hasAccount } = await visitorOf(request);
    const { password, name } = parse(deleteBody, request.body);
    if (hasAccount) await guess(request, person.name, () => accounts.confirm(person.id, password ?? ''));
    else if (name?.trim().toLowerCase() !== person.name.toLowerCase()) throw new RefusedError('wrong_name');
    // Only who may do it costs the others of an address something.
    await budgets.deletionsOfAddress.spend(addressOf(request));
    const ticket = await erasures.begin(person.id);
    sessions.forget(response);
    response.json({ ticket } satisfies Erasing);
  });

  router.get('/delete/:ticket', async (request, response) => {
    const ticket = ticketSchema.safeParse(request.params.ticket);
    if (!ticket.success) throw new RefusedError('not_found');
    response.json((await erasures.progress(ticket.data)) satisfies ErasingProgress);
  });

  return router;
}
