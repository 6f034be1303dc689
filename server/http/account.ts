import { type Request, type Response, Router } from 'express';
import {
  type AccountView,
  claimBody,
  confirmBody,
  deleteBody,
  endSessionBody,
  loginBody,
  passwordBody,
  recoverBody,
} from '../../shared/protocol/account.ts';
import type { Accounts } from '../identity/accounts.ts';
import type { Identities, Visitor } from '../identity/identities.ts';
import { type ApiDeps, meOf } from './api.ts';
import { parse, unwrap } from './parse.ts';
import { RefusedError } from './refusals.ts';

export interface AccountDeps extends Pick<ApiDeps, 'sessions' | 'budgets' | 'tables' | 'addressOf'> {
  readonly accounts: Accounts;
  readonly identities: Identities;
  /** What other parts keep about a person, for the download. */
  readonly exporters: readonly ((person: string) => Promise<Record<string, unknown>>)[];
  /** Called when a person wants to be forgotten. Repeatable. */
  readonly erasers: readonly ((person: string) => Promise<void>)[];
}

/** Everything under `/api/account`. */
export function accountApi(deps: AccountDeps): Router {
  const { accounts, identities, sessions, budgets, tables, addressOf, exporters, erasers } = deps;
  const router = Router();

  const visitorOf = async (request: Request): Promise<Visitor> => {
    const visitor = await sessions.visitor(request);
    if (!visitor) throw new RefusedError('no_session');
    return visitor;
  };

  /** A new secret for this browser, whose old one is worthless from now on. */
  const renewed = async (person: string, request: Request, response: Response): Promise<Visitor> => {
    const before = await sessions.visitor(request);
    const visitor = await sessions.beginAs(person, request, response);
    if (before) await identities.end(before.person.id, { session: before.session });
    return visitor;
  };

  /** Guessing passwords is slow per name and address, and bounded per address. */
  const mayGuess = async (request: Request, name: string): Promise<string> => {
    const key = `${name.toLowerCase().slice(0, 40)} ${addressOf(request)}`;
    await budgets.passwordsOfAddress.spend(addressOf(request));
    const wait = await budgets.passwordsOfName.waitFor(key);
    if (wait !== null) throw new RefusedError('rate_limited', { retryAfterSeconds: wait });
    return key;
  };

  router.get('/', async (request, response) => {
    const { person, session, hasAccount } = await visitorOf(request);
    const account = await accounts.describe(person.id);
    const rows = [...(await identities.sessionsOf(person.id)).values()].map((each) => ({
      id: each.publicId,
      browser: each.browser,
      madeAt: each.madeAt,
      seenAt: each.seenAt,
      isThis: each.publicId === session,
    }));
    const view: AccountView = {
      hasAccount,
      recoveryCodesLeft: account?.recoveryCodesLeft ?? 0,
      sessions: rows,
    };
    response.json(view);
  });

  router.post('/claim', async (request, response) => {
    const { person } = await visitorOf(request);
    await budgets.renamesOfPerson.spend(person.id);
    await budgets.passwordsOfAddress.spend(addressOf(request));
    const { name, password } = parse(claimBody, request.body);
    const codes = unwrap(await accounts.claim(person.id, name, password));
    const visitor = await renewed(person.id, request, response);
    tables.rename({ ...visitor.person, isNamed: true });
    response.status(201).json({ player: meOf(visitor), codes });
  });

  router.post('/login', async (request, response) => {
    const { name, password } = parse(loginBody, request.body);
    const key = await mayGuess(request, name);
    const found = await accounts.logIn(name, password);
    if (!found.ok && found.error.code === 'wrong_login') await budgets.passwordsOfName.allows(key);
    response.json({ player: meOf(await renewed(unwrap(found), request, response)) });
  });

  router.post('/recover', async (request, response) => {
    const { name, code, password } = parse(recoverBody, request.body);
    const key = await mayGuess(request, name);
    const found = await accounts.recover(name, code, password);
    if (!found.ok && found.error.code === 'wrong_code') await budgets.passwordsOfName.allows(key);
    const person = unwrap(found);
    await identities.end(person, { person });
    response.json({ player: meOf(await renewed(person, request, response)) });
  });

  router.post('/password', async (request, response) => {
    const { person } = await visitorOf(request);
    const key = await mayGuess(request, person.id);
    const body = parse(passwordBody, request.body);
    const changed = await accounts.changePassword(person.id, body.old, body.password);
    if (!changed.ok && changed.error.code === 'wrong_password') await budgets.passwordsOfName.allows(key);
    unwrap(changed);
    await identities.end(person.id, { person: person.id });
    response.json({ player: meOf(await renewed(person.id, request, response)) });
  });

  router.post('/codes', async (request, response) => {
    const { person } = await visitorOf(request);
    const key = await mayGuess(request, person.id);
    const codes = await accounts.newCodes(person.id, parse(confirmBody, request.body).password);
    if (!codes.ok && codes.error.code === 'wrong_password') await budgets.passwordsOfName.allows(key);
    response.json({ codes: unwrap(codes) });
  });

  router.post('/logout', async (request, response) => {
    const { person, session } = await visitorOf(request);
    await identities.end(person.id, { session });
    sessions.forget(response);
    response.json({});
  });

  router.post('/end-session', async (request, response) => {
    const { person, session: mine } = await visitorOf(request);
    const { session } = parse(endSessionBody, request.body);
    if (session === 'others') await identities.end(person.id, { person: person.id, except: mine });
    else if (
      [...(await identities.sessionsOf(person.id)).values()].some((each) => each.publicId === session)
    ) {
      await identities.end(person.id, { session });
    } else throw new RefusedError('not_found');
    response.json({});
  });

  router.get('/data', async (request, response) => {
    const { person, isNamed, hasAccount } = await visitorOf(request);
    await budgets.directsOfPerson.spend(person.id);
    const parts = await Promise.all(exporters.map((collect) => collect(person.id)));
    const rows = [...(await identities.sessionsOf(person.id)).values()];
    const data = {
      person: { ...person, isNamed, hasAccount },
      account: await accounts.describe(person.id),
      sessions: rows.map(({ browser, madeAt, seenAt }) => ({ browser, madeAt, seenAt })),
      ...Object.assign({}, ...parts),
    };
    response.setHeader('Content-Disposition', 'attachment; filename="color-clues.json"');
    response.type('json').send(JSON.stringify(data, null, 2));
  });

  router.post('/delete', async (request, response) => {
    const { person, hasAccount } = await visitorOf(request);
    const { password } = parse(deleteBody, request.body);
    if (hasAccount) {
      const key = await mayGuess(request, person.id);
      const confirmed = await accounts.confirm(person.id, password ?? '');
      if (!confirmed.ok && confirmed.error.code === 'wrong_password')
        await budgets.passwordsOfName.allows(key);
      unwrap(confirmed);
    }
    for (const erase of erasers) await erase(person.id);
    await accounts.remove(person.id);
    await identities.remove(person.id);
    sessions.forget(response);
    response.json({});
  });

  return router;
}
