import { describe, expect, it } from 'vitest';
import type { WhoMayWrite } from '../../../shared/protocol/chat-wire.ts';
import { FakeClock } from '../../../test/harness/fakes.ts';
import { MemoryDocuments } from '../../../test/harness/memory-documents.ts';
import { listOf, listOwner } from './records/memberships.ts';
import { chatRecords, type MemberRecord } from './records/records.ts';
import { Relations } from './relations.ts';

const HOUR = 60 * 60 * 1_000;
const DAY = 24 * HOUR;

/** People and what is recorded of them. Anybody may be asked `budget` times. */
class People {
  readonly clock = new FakeClock(DAY);
  readonly records = chatRecords(new MemoryDocuments());
  readonly relations: Relations;
  #budget: number;

  constructor(budget = 1_000) {
    this.#budget = budget;
    const mayBeAsked = async () => --this.#budget >= 0;
    this.relations = new Relations({ records: this.records, clock: this.clock, mayBeAsked, tell: () => {} });
  }

  async member(
    person: string,
    conversation: string,
    standing: MemberRecord['standing'] = 'active',
    by = '',
  ): Promise<void> {
    const member: MemberRecord = { conversation, standing, role: 'member', by, since: 0 };
    const owner = listOwner(listOf(member), person);
    await this.records.members.put(`${conversation}:${person}`, member, { owner, rank: this.clock.now() });
  }

  async approach(from: string, person: string, conversation: string | null = null): Promise<string> {
    const approach = await this.relations.approach(from, person, conversation);
    if (!approach.ok) return approach.error.code;
    return approach.value.isTrusted ? 'trusted' : 'ask';
  }
}

describe('people have met', () => {
  it.each([
    ['by taking part in a group together', 'group-hues', 'active', 'active', true],
    ['by talking in private', 'direct-ab', 'active', 'active', true],
    ['by sitting at one table', 'talk-match', 'active', 'active', true],
    ['not in a lobby, where anybody may come in', 'lobby-lobby', 'active', 'active', false],
    ['not while one of them has not answered', 'group-hues', 'active', 'asked', false],
    ['not when one of them was sent away', 'group-hues', 'active', 'kicked', false],
  ] as const)('%s', async (_, conversation, mine, theirs, hasMet) => {
    const people = new People();
    await people.member('ana', conversation, mine);
    await people.member('ben', conversation, theirs);
    expect(await people.relations.haveMet('ana', 'ben')).toBe(hasMet);
    expect(await people.approach('ana', 'ben')).toBe(hasMet ? 'trusted' : 'ask');
    await people.relations.setWhoMayWriteTo('ben', 'met' satisfies WhoMayWrite);
    expect(await people.approach('ana', 'ben')).toBe(hasMet ? 'trusted' : 'not_open');
  });
});

describe('somebody who is not known', () => {
  it('asks once, and not again before a day is over when the request was taken back', async () => {
    const people = new People();
    expect(await people.approach('ana', 'ben')).toBe('ask');
    await people.member('ben', 'group-hues', 'asked', 'ana');
    await people.clock.advance(2 * DAY);
    expect(await people.approach('ana', 'ben')).toBe('already_asked');
    await people.member('ben', 'group-hues', 'kicked', 'ana');
    expect(await people.approach('ana', 'ben', 'group-hues')).toBe('ask');
    expect(await people.approach('ana', 'ben', 'group-hues')).toBe('already_asked');
    expect(await people.approach('cleo', 'ben')).toBe('ask');
  });

  it('does not ask for a week after a no, and never into the same conversation', async () => {
    const people = new People();
    await people.approach('ana', 'ben');
    await people.member('ben', 'group-hues', 'kicked', 'ben');
    await people.relations.answered('ben', 'ana', true);
    for (const conversation of ['group-hues', 'group-other', null]) {
      expect(await people.approach('ana', 'ben', conversation)).toBe('not_open');
    }
    await people.clock.advance(7 * DAY);
    expect(await people.approach('ana', 'ben', 'group-hues')).toBe('not_open');
    expect(await people.approach('ana', 'ben')).toBe('ask');
  });

  it('finds that enough others asked, whoever they were', async () => {
    const people = new People(2);
    const codes = [];
    for (const from of ['ana', 'cleo', 'dev']) codes.push(await people.approach(from, 'ben'));
    expect(codes).toEqual(['ask', 'ask', 'asked_too_often']);
  });

  it('takes the place of the oldest request when very many wait', async () => {
    const people = new People();
    for (let i = 0; i < 55; i++) {
      expect(await people.approach(`person-${i}`, 'ben')).toBe('ask');
      await people.member('ben', `direct-${i}`, 'asked', `person-${i}`);
      await people.clock.advance(1);
    }
    const waiting = await people.records.members.list(listOwner('asked:', 'ben'), { limit: 100 });
    expect([waiting.size, waiting.has('direct-54:ben'), waiting.has('direct-4:ben')]).toEqual([
      50,
      true,
      false,
    ]);
  });
});

it('whoever said no to people they know is left alone by them for a week, too', async () => {
  const people = new People();
  for (const person of ['ana', 'ben']) await people.member(person, 'direct-ab');
  await people.member('ben', 'group-hues', 'kicked', 'ben');
  await people.relations.answered('ben', 'ana', true);
  expect(await people.approach('ana', 'ben', 'group-hues')).toBe('not_open');
  await people.clock.advance(7 * DAY);
  expect(await people.approach('ana', 'ben', 'group-hues')).toBe('ask');
});
