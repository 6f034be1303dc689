import { err, ok, type Result } from '../../../shared/core/result.ts';
import type { Rejection } from '../../../shared/core/rules.ts';
import { isWithin } from '../../../shared/core/time.ts';
import type { Clock } from '../../../shared/engine/ports.ts';
import type { WhoMayWrite } from '../../../shared/protocol/chat-wire.ts';
import type { PersonalNews } from './news.ts';
import { activeIn, membershipsOf } from './records/memberships.ts';
import type { ChatRecords } from './records/records.ts';

/** Requests of one person that wait for an answer; the oldest gives way. */
const MAX_WAITING = 50;
/** Whom somebody said no to does not ask again for so long, ms. */
const REST_MS = 7 * 24 * 60 * 60 * 1_000;
/** One person asks another at most once in this time, also when the request was taken back, ms. */
const PAUSE_MS = 24 * 60 * 60 * 1_000;

/** How somebody may begin to write to a person: at once because they have met, or with a request. */
export interface Approach {
  readonly isTrusted: boolean;
}

export interface RelationsPorts {
  readonly records: ChatRecords;
  readonly clock: Clock;
  /** Whether people whom this person does not know may ask them once more now; counts it. */
  mayBeAsked(person: string): Promise<boolean>;
  tell(person: string, news: PersonalNews): void;
}

/** How people stand to each other and what they allow. All may reject with `Unavailable`. */
export class Relations {
  readonly #ports: RelationsPorts;

  constructor(ports: RelationsPorts) {
    this.#ports = ports;
  }

  /** Whether either of two people blocked the other. */
  async areApart(a: string, b: string): Promise<boolean> {
    return (await this.#ports.records.blocks.getMany([`${a}:${b}`, `${b}:${a}`])).size > 0;
  }

  /** Those of these people with whom there is a block, whoever of the two wanted it. */
  async apartFrom(person: string, others: readonly string[]): Promise<Set<string>> {
    const ids = (other: string) => [`${person}:${other}`, `${other}:${person}`];
    const blocks = await this.#ports.records.blocks.getMany(others.flatMap(ids));
    return new Set(others.filter((other) => ids(other).some((id) => blocks.has(id))));
  }

  /** Those of these people who let nobody write to them. */
  async closedAmong(people: readonly string[]): Promise<Set<string>> {
    const wishes = await this.#ports.records.preferences.getMany(people);
    return new Set(people.filter((id) => wishes.get(id)?.whoMayWrite === 'nobody'));
  }

  async block(by: string, person: string, isBlocked: boolean): Promise<void> {
    if (isBlocked) await this.#ports.records.blocks.put(`${by}:${person}`, { person }, { owner: by });
    else await this.#ports.records.blocks.remove(`${by}:${person}`);
    this.#ports.tell(by, { type: 'blocked', person, isBlocked });
    this.#ports.tell(person, { type: 'blockedBy', person: by, isBlocked });
  }

  async blockedBy(person: string): Promise<string[]> {
    const blocks = await this.#ports.records.blocks.list(person, { limit: 500 });
    return [...blocks.values()].map((block) => block.person);
  }

  async whoMayWriteTo(person: string): Promise<WhoMayWrite> {
    return (await this.#ports.records.preferences.get(person))?.whoMayWrite ?? 'everybody';
  }

  async setWhoMayWriteTo(person: string, whoMayWrite: WhoMayWrite): Promise<void> {
    await this.#ports.records.preferences.put(person, { whoMayWrite });
    this.#ports.tell(person, { type: 'settings', whoMayWrite });
  }

  /**
   * Whether somebody may begin to write to a person, or ask them into a conversation (null: a new one). One unanswered
   * request each; none for a week after a no, and none into that conversation ever.
   * Refusals: `blocked`, `not_open`, `already_asked`, `asked_too_often`.
   */
  async approach(
    from: string,
    person: string,
    conversation: string | null,
  ): Promise<Result<Approach, Rejection>> {
    if (await this.areApart(from, person)) return err({ code: 'blocked' });
    const who = await this.whoMayWriteTo(person);
    const hasMet = who !== 'nobody' && (await this.haveMet(from, person));
    if (who === 'nobody' || (who === 'met' && !hasMet)) return err({ code: 'not_open' });
    const { asks, members } = this.#ports.records;
    const before = conversation === null ? null : await members.get(`${conversation}:${person}`);
    if (hasMet && !before) return ok({ isTrusted: true });
    if (!hasMet && before?.standing === 'kicked' && before.by === person) return err({ code: 'not_open' });

    const now = this.#ports.clock.now();
    const last = await asks.get(`${person}:${from}`);
    if (last?.isDeclined && isWithin(last.at, REST_MS, now)) return err({ code: 'not_open' });
    const waiting = await membershipsOf(this.#ports.records, person, ['asked:']);
    const hasAsked = [...waiting.values()].some(({ by }) => by === from);
    if (hasAsked || (last && !last.isDeclined && isWithin(last.at, PAUSE_MS, now)))
      return err({ code: 'already_asked' });
    if (!(await this.#ports.mayBeAsked(person))) return err({ code: 'asked_too_often' });
    await asks.put(`${person}:${from}`, { at: now, isDeclined: false }, { owner: person, rank: now });
    for (const oldest of [...waiting.keys()].slice(MAX_WAITING - 1)) await members.remove(oldest);
    return ok({ isTrusted: false });
  }

  /** Somebody was answered. */
  async answered(person: string, from: string, isDeclined: boolean): Promise<void> {
    const { clock, records } = this.#ports;
    const at = clock.now();
    if (isDeclined)
      await records.asks.put(`${person}:${from}`, { at, isDeclined }, { owner: person, rank: at });
    else await records.asks.remove(`${person}:${from}`);
  }

  /** Whether two people chose each other's company: in a private conversation that both take part in, or at a table. */
  async haveMet(a: string, b: string): Promise<boolean> {
    const theirs = new Set(await activeIn(this.#ports.records, b));
    const mine = await activeIn(this.#ports.records, a);
    return mine.some((conversation) => !conversation.startsWith('lobby-') && theirs.has(conversation));
  }
}
