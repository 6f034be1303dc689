import { type Request, Router } from 'express';
import { dailyBody, daySchema } from '../../shared/protocol/daily.ts';
import type { Daily } from '../daily/daily.ts';
import type { ApiDeps } from './api.ts';
import { parse, unwrap } from './parse.ts';
import { RefusedError } from './refusals.ts';

export interface DailyDeps extends Pick<ApiDeps, 'sessions' | 'budgets' | 'addressOf'> {
  readonly daily: Daily;
}

/** Everything under `/api/daily`: the game that everybody gets on one day. */
export function dailyApi({ daily, sessions, budgets, addressOf }: DailyDeps): Router {
  const router = Router();

  const playerOf = async (request: Request) => {
    const visitor = await sessions.visitor(request);
    if (!visitor) throw new RefusedError('no_session');
    const person = visitor.person.id;
    await budgets.daysOfPerson.spend(person);
    return { person, hasAccount: visitor.hasAccount };
  };
  const dayIn = (request: Request): string => {
    const day = daySchema.safeParse(request.params.day);
    if (!day.success) throw new RefusedError('no_day');
    return day.data;
  };

  router.get('/', async (request, response) => {
    response.json(unwrap(await daily.view(await playerOf(request), null)));
  });

  router.get('/:day', async (request, response) => {
    response.json(unwrap(await daily.view(await playerOf(request), dayIn(request))));
  });

  router.post('/:day', async (request, response) => {
    const player = await playerOf(request);
    await budgets.placesOfAddress.spend(addressOf(request));
    const { places } = parse(dailyBody, request.body);
    response.json(unwrap(await daily.place(player, dayIn(request), places)));
  });

  return router;
}
