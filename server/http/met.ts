import { type Request, Router } from 'express';
import { forgetMetBody, type MetAnswer, metBody } from '../../shared/protocol/met.ts';
import type { ApiDeps } from './api.ts';
import { parse } from './parse.ts';
import { RefusedError } from './refusals.ts';

/** What the HTTP interface needs of people who met at tables. All may reject when the store is away. */
export interface MetPort {
  list(person: string): Promise<MetAnswer>;
  remember(person: string, isOn: boolean): Promise<void>;
  drop(person: string, other: string): Promise<void>;
}

export interface MetDeps extends Pick<ApiDeps, 'sessions' | 'budgets'> {
  readonly met: MetPort;
}

/** Everything under `/api/met`: the people one has played with, for those who want to remember them. */
export function metApi({ met, sessions, budgets }: MetDeps): Router {
  const router = Router();

  const personOf = async (request: Request): Promise<string> => {
    const visitor = await sessions.visitor(request);
    if (!visitor) throw new RefusedError('no_session');
    await budgets.pagesOfPerson.spend(visitor.person.id);
    return visitor.person.id;
  };

  router.get('/', async (request, response) => {
    response.json(await met.list(await personOf(request)));
  });

  router.post('/', async (request, response) => {
    const person = await personOf(request);
    await met.remember(person, parse(metBody, request.body).isOn);
    response.json(await met.list(person));
  });

  router.post('/forget', async (request, response) => {
    const person = await personOf(request);
    await met.drop(person, parse(forgetMetBody, request.body).person);
    response.json(await met.list(person));
  });

  return router;
}
