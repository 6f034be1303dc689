import { type Request, type Response, Router } from 'express';
import type { z } from 'zod';
import type { Result } from '../../shared/core/result.ts';
import type { Rejection } from '../../shared/core/rules.ts';
import type { Clock } from '../../shared/engine/ports.ts';
import {
  createTableBody,
  type Me,
  profileBody,
  seatBody,
  tableCodeSchema,
} from '../../shared/protocol/http.ts';
import type { Person } from '../../shared/table/types.ts';
import { type Budgets, tooFast } from './budgets.ts';
import type { LiveTables } from './live.ts';
import { checkName } from './names.ts';
import type { PendingSeats } from './pending-seats.ts';
import { RefusedError } from './refusals.ts';
import type { Sessions, Visitor } from './sessions.ts';
import type { Tables } from './tables-port.ts';

export interface ApiDeps {
  readonly clock: Clock;
  readonly sessions: Sessions;
  readonly tables: Tables;
  readonly budgets: Budgets;
  readonly pendingSeats: PendingSeats;
  readonly live: LiveTables;
  /** The key that budgets of an address are counted under. */
  addressOf(request: Request): string;
}

/** Codes that somebody was let in with, so that guesses of others at the same address do not slow them down. */
const MAX_KNOWN = 20_000;
/** What to tell somebody whose promised seats are all still open, seconds. */
const SEAT_PAUSE_SECONDS = 2;

/** Everything under `/api`. Requests are checked and bodies are read before they come here. */
export function api(deps: ApiDeps): Router {
  const { clock, sessions, tables, budgets, pendingSeats, live, addressOf } = deps;
  const known = new Set<string>();

  const visitorOf = async (request: Request): Promise<Visitor> => {
    const visitor = await sessions.visitor(request);
    if (!visitor) throw new RefusedError('no_session');
    return visitor;
  };

  const remember = (key: string): void => {
    known.delete(key);
    known.add(key);
    if (known.size > MAX_KNOWN)
      for (const oldest of [...known].slice(0, MAX_KNOWN / 10)) known.delete(oldest);
  };

  const router = Router();

  router.post('/session', async (request, response) => {
    let visitor = await sessions.visitor(request);
    if (visitor) sessions.renew(request, response);
    else {
      await budgets.sessions.spend(addressOf(request));
      visitor = await sessions.begin(response);
    }
    response.json({ player: meOf(visitor.person) });
  });

  router.patch('/me', async (request, response) => {
    const visitor = await visitorOf(request);
    await budgets.renamesOfAddress.spend(addressOf(request));
    await budgets.renamesOfPerson.spend(visitor.person.id);
    const { name: raw, marker } = parse(profileBody, request.body);
    const name = raw === undefined ? null : checkName(raw);
    if (name && !name.ok) throw new RefusedError('bad_name', { message: name.error });
    const patch = { ...(name && { name: name.value }), ...(marker !== undefined && { marker }) };
    const person = await sessions.change(visitor, patch);
    if (!person) throw new RefusedError('no_session');
    tables.rename(person);
    response.json({ player: meOf(person) });
  });

  router.post('/tables', async (request, response) => {
    const { person } = await visitorOf(request);
    await budgets.creates.spend(addressOf(request));
    const { visibility } = parse(createTableBody, request.body);
    const { code } = unwrap(await tables.create(person, { visibility }));
    remember(`${person.id}:${code}`);
    response.status(201).json({ code });
  });

  router.post('/play', async (request, response) => {
    const { person } = await visitorOf(request);
    await budgets.plays.spend(addressOf(request));
    response.json({ code: unwrap(await tables.quickPlay(person)).code });
  });

  router.post('/tables/:code/seat', async (request, response) => {
    const { person } = await visitorOf(request);
    const address = addressOf(request);
    await budgets.seatsOfAddress.spend(address);
    await budgets.seatsOfPerson.spend(person.id);
    const { wantsSeat } = parse(seatBody, request.body);
    const code = tableCodeSchema.safeParse(request.params.code);
    const key = `${person.id}:${code.data}`;
    if (!known.has(key)) await budgets.codes.mayGuess(address);
    if (!code.success) {
      await budgets.codes.missed(address);
      throw new RefusedError('no_table');
    }
    const promise = pendingSeats.open(person.id, address);
    if (!promise) throw tooFast(SEAT_PAUSE_SECONDS);
    try {
      const seat = await tables.seat(person, code.data, wantsSeat);
      if (!seat.ok && seat.error.code === 'no_table') await budgets.codes.missed(address);
      const { name, sessionId, roomId, processId } = unwrap(seat);
      promise.keep(sessionId);
      remember(key);
      response.json({ reservation: { name, sessionId, roomId, processId }, now: clock.now() });
    } catch (error) {
      promise.cancel();
      throw error;
    }
  });

  router.get('/tables/live', (request: Request, response: Response) =>
    live.open(request, response, addressOf(request)),
  );

  return router;
}

const meOf = ({ id, name, marker }: Person): Me => ({ id, name, marker });

function parse<Z extends z.ZodType>(schema: Z, body: unknown): z.output<Z> {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new RefusedError('bad_request');
  return parsed.data;
}

function unwrap<T>(result: Result<T, Rejection>): T {
  if (!result.ok) throw RefusedError.from(result.error);
  return result.value;
}
