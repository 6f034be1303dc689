import type { Request } from 'express';
import { err, type Result } from '../../shared/core/result.ts';
import type { Rejection } from '../../shared/core/rules.ts';
import { looksOf } from '../identity/looks.ts';
import { type Budgets, OpenCount } from './budgets.ts';
import type { DeviceCookie } from './devices.ts';
import { FairQueue, type Turn } from './fair-queue.ts';
import { unwrap } from './parse.ts';
import { RefusedError } from './refusals.ts';
import type { Sessions } from './sessions.ts';

/** What counts as a wrong guess. */
const MISSES: readonly string[] = [
  ...['wrong_login', 'wrong_password', 'wrong_code', 'already_named'],
  'wrong_table_password',
];

/** Lets somebody prove who they are, or that they know the password of a table. @throws RefusedError for a rejection; `rate_limited` says how long to wait */
export type Guess = <T>(
  request: Request,
  name: string,
  act: () => Promise<Result<T, Rejection>>,
) => Promise<T>;

/** Each takes a tenth of a second of a core, or less. Who waited longer than an answer may take goes. */
const QUEUE = { atOnce: 2, maxWaiting: 150, patienceMs: 4_500 };
/** Guesses of one address that may be under way: they count as wrong until they are known to be right. */
const PER_ADDRESS = 40;

export interface GuessDeps {
  readonly budgets: Pick<Budgets, 'passwordsOfAddress' | 'passwordsOfName'>;
  readonly sessions: Pick<Sessions, 'visitor'>;
  readonly devices: DeviceCookie;
  /** The key that budgets of an address are counted under. */
  addressOf(request: Request): string;
}

/**
 * Guessing is slow per name and address, and bounded per address; only what is wrong counts, but everything until it is
 * known. Passwords are looked at in turn. A browser that was let into the account before goes first and is counted for
 * itself, so that strangers neither keep it waiting nor use up its tries. Then come browsers with a session, by how much
 * their address and their session asked: whoever guesses from ever new addresses needs ever new sessions, too.
 */
export function guesses({ budgets, addressOf, sessions, devices }: GuessDeps): Guess {
  const queue = new FairQueue(QUEUE);
  const underWay = new OpenCount(PER_ADDRESS);

  const turnOf = async (request: Request, account: string, device: string | null): Promise<Turn> => {
    if (device !== null) return { rank: 0, keys: [`account ${account}`] };
    const address = `address ${addressOf(request)}`;
    const visitor = await sessions.visitor(request);
    return visitor
      ? { rank: 1, keys: [address, `session ${visitor.session}`] }
      : { rank: 2, keys: [address] };
  };

  return async (request, name, act) => {
    const account = looksOf(name)[0];
    const device = await devices.proof(request, name);
    const source = device ?? addressOf(request);
    const done = underWay.open(source);
    if (!done) throw new RefusedError('busy');
    const held: (() => Promise<void>)[] = [];
    let isCounted = false;
    try {
      held.push(await budgets.passwordsOfAddress.hold(source));
      held.push(await budgets.passwordsOfName.hold(`${account} ${source}`));
      const turn = await turnOf(request, account, device);
      const result = await queue.run(turn, act, isMiss);
      isCounted = result !== null && isMiss(result);
      return unwrap(result ?? err({ code: 'busy' }));
    } finally {
      done();
      if (!isCounted) for (const giveBack of held) await giveBack();
    }
  };
}

const isMiss = (result: Result<unknown, Rejection>): boolean =>
  !result.ok && MISSES.includes(result.error.code);
