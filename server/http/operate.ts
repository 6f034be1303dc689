import { join } from 'node:path';
import express, { type Request, type RequestHandler, Router } from 'express';
import type { Clock, Log } from '../../shared/engine/ports.ts';
import { chatSeatBody } from '../../shared/protocol/chat.ts';
import type { ChatSeat } from '../../shared/protocol/chat-wire.ts';
import { Unavailable } from '../storage/types.ts';
import type { Budgets } from './budgets.ts';
import type { ChatVisitor, SeatOf } from './chat-port.ts';
import { parse, speaks, unwrap } from './parse.ts';
import type { PendingSeats } from './pending-seats.ts';
import type { Sessions } from './sessions.ts';

/** What the HTTP interface needs for those who look after the server. */
export interface OperatePort {
  /** Whether somebody is an operator at this moment. May reject with `Unavailable`. */
  isOperator(person: string): Promise<boolean>;
  /** A connection to the room of operators. */
  seat: SeatOf;
}

export interface OperateDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly sessions: Pick<Sessions, 'visitor'>;
  readonly budgets: Budgets;
  readonly pendingSeats: PendingSeats;
  readonly operate: OperatePort;
  addressOf(request: Request): string;
}

/** Somebody who may be here; null for everybody else, and while nobody can say. */
async function operatorOf(
  request: Request,
  { sessions, operate, log }: OperateDeps,
): Promise<ChatVisitor | null> {
  try {
    const visitor = await sessions.visitor(request);
    // A name that nobody else can have, proven with a password.
    if (!visitor?.hasAccount || !(await operate.isOperator(visitor.person.id))) return null;
    const { person, session, isNamed } = visitor;
    return { person, session, isNamed, isOperator: true };
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    log.warn({ err: error }, 'nobody can say who is an operator');
    return null;
  }
}

/**
 * Everything under `/api/operate`. For whoever is no operator nothing of it is there: the next handler answers, as it does
 * for any other path that does not exist.
 */
export function operateApi(deps: OperateDeps): Router {
  const router = Router();
  router.post('/seat', async (request, response, next) => {
    const visitor = await operatorOf(request, deps);
    if (!visitor) return next();
    const address = deps.addressOf(request);
    await deps.budgets.seatsOfAddress.spend(address);
    await deps.budgets.chatSeatsOfPerson.spend(visitor.person.id);
    const protocol = speaks(parse(chatSeatBody, request.body).protocol);
    const { person, session } = visitor;
    const place = { person: person.id, address, room: 'operate', details: [session] };
    const { reservation } = await deps.pendingSeats.promise(place, async () => ({
      reservation: unwrap(await deps.operate.seat(visitor)),
    }));
    response.json({ reservation, now: deps.clock.now(), protocol } satisfies ChatSeat);
  });
  return router;
}

/** The page at `/operate` and all it loads, for operators; the next handler answers everybody else. */
export function operatePage(deps: OperateDeps, page: RequestHandler): Router {
  const router = Router();
  router.use(async (request, response, next) => {
    // The store is asked who that is: no more often than everything else of one address.
    if (!(await deps.budgets.requests.allows(deps.addressOf(request)))) return next();
    if (!(await operatorOf(request, deps))) return next();
    // Nothing of it stays where somebody else may find it.
    response.setHeader('Cache-Control', 'private, no-cache');
    page(request, response, next);
  });
  return router;
}

/** The built page; files with a hash in their name stay in the browser. */
export function builtOperatePage(directory: string): RequestHandler {
  const router = Router();
  const assets = {
    index: false,
    redirect: false,
    cacheControl: false,
    setHeaders: (response: { setHeader(name: string, value: string): unknown }) =>
      response.setHeader('Cache-Control', 'private, max-age=31536000, immutable'),
  } as const;
  router.use('/assets', express.static(join(directory, 'assets'), assets));
  router.get('/', (_request, response) => {
    response.sendFile('operate.html', { root: directory, cacheControl: false });
  });
  return router;
}
