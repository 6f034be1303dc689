import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConversationScript, people, SETTINGS, type Wish } from '../../test/harness/conversation-script.ts';
import { playerId } from '../core/ids.ts';
import type { Rng } from '../core/rng.ts';
import type { StoredEvent } from '../core/rules.ts';
import { seededRng } from '../core/seeded-rng.ts';
import type { ChatCode } from './codes.ts';
import { conversation } from './conversation.ts';
import {
  type ConversationCommand,
  type ConversationKind,
  FLOOD_MESSAGES,
  FLOOD_MS,
  MAX_CHANGES,
  MAX_EMOJI,
  MAX_GROUP,
  MAX_PINNED,
  type Target,
} from './types.ts';
import { mayEnter, mayRead } from './views.ts';

const RUNS = 3_000;
const KINDS: readonly ConversationKind[] = ['public', 'direct', 'group', 'table'];
const NAMES = 'ana ben cleo dev ema flo guest gus hal ida jon kim lou mia operator'.split(' ');
const EMOJI = [...'😀😁😂😃😄😅😆😇😈😉😊😋😌😍'];
const TEXTS = ['hi', 'hi', 'hi', '', 'x'.repeat(501), '\ud800', '🏳️‍🌈'];
/** A hectic talk, and one over days. */
const PACES_MS = [
  [0, 0, 1, 500],
  [0, 0, 1, 500, 3_000, FLOOD_MS, 60_000, 11 * 60_000, 25 * 60 * 60_000],
];
/** What happens most, by number of `#wish`: anything, writing, inviting, reacting. */
const MOODS = [null, 99, 4, 8];

/** A conversation in which anybody may ask for anything. */
class Playout extends ConversationScript {
  readonly refused = new Set<string>();
  readonly #kind: ConversationKind;
  readonly #rng: Rng;
  /** Those who act. */
  readonly #crowd: readonly string[];
  readonly #pausesMs: readonly number[];
  readonly #mood: number | null;

  constructor(kind: ConversationKind, seed: number) {
    super();
    this.#kind = kind;
    this.#rng = seededRng(seed);
    this.#crowd = this.#rng.shuffle(NAMES).slice(0, 2 + this.#rng.int(NAMES.length - 2));
    this.#pausesMs = this.#rng.pick(PACES_MS);
    this.#mood = this.#rng.pick(MOODS);
    if (this.#rng.int(20) > 0) this.open(kind, this.#someNames(2), { trusted: this.#name });
  }

  override tell(...given: Parameters<ConversationScript['tell']>): string {
    const result = super.tell(...given);
    if (result !== 'ok') this.refused.add(result);
    return result;
  }

  step(): void {
    this.now += this.#rng.pick(this.#pausesMs);
    const dice = this.#rng.int(100);
    if (dice < 92) this.as(this.#name, this.#wish());
    else if (dice < 99) this.tell(this.#order());
    else this.tell({ type: 'timeUp' });
  }

  get #name(): string {
    return this.#rng.pick(this.#crowd);
  }

  #someNames(count: number): string {
    return this.#rng.shuffle(this.#crowd).slice(0, count).join(' ');
  }

  #target(): Target {
    const { last } = this;
    if (last === 0 || this.#rng.int(20) === 0) {
      const reactions = Object.fromEntries(EMOJI.slice(0, MAX_EMOJI).map((emoji) => [emoji, []]));
      return { seq: 999, author: playerId(this.#name), at: 0, isDeleted: true, reactions, changes: 0 };
    }
    const seqs = [...this.messages.keys()];
    const target = this.target(seqs.at(-1 - this.#rng.int(Math.min(seqs.length, 6))));
    return this.#rng.int(50) === 0 ? { ...target, changes: MAX_CHANGES } : target;
  }

  #wish(): Wish {
    const rng = this.#rng;
    const person = playerId(rng.int(5) === 0 ? rng.pick(NAMES) : this.#name);
    const written = {
      text: rng.pick(TEXTS),
      mentions: [person],
      hasLink: rng.int(5) === 0,
      isRude: rng.int(10) === 0,
    };
    switch (this.#mood !== null && rng.int(4) > 0 ? this.#mood : rng.int(26)) {
      case 0:
        return { type: 'join' };
      case 1:
        return { type: 'leave' };
      case 2:
        return { type: 'accept' };
      case 3:
        return { type: 'decline' };
      case 4:
      case 5:
        return { type: 'invite', person, isTrusted: rng.int(2) === 0 };
      case 6:
        return { type: 'edit', target: this.#target(), ...written };
      case 7:
        return { type: 'delete', target: this.#target() };
      case 8:
      case 9:
        return { type: 'react', target: this.#target(), emoji: rng.pick(EMOJI) };
      case 10:
        return { type: 'unreact', target: this.#target(), emoji: rng.pick(EMOJI) };
      case 11:
        return { type: 'pin', target: this.#target() };
      case 12:
        return { type: 'unpin', target: this.#target() };
      case 13:
        return {
          type: 'configure',
          settings: { slowModeSeconds: rng.pick([0, 0, 30, 3_600]), hasWordFilter: rng.int(2) === 0 },
        };
      case 14:
        return { type: 'mute', person, minutes: rng.pick([0, 1, 60, 10_080]) };
      case 15:
        return { type: 'kick', person };
      case 16:
        return { type: 'ban', person };
      case 17:
        return { type: 'unban', person };
      case 18:
        return { type: 'setRole', person, role: rng.pick(['owner', 'moderator', 'member']) };
      default:
        return {
          type: 'post',
          replyTo: rng.pick([null, 1]),
          card: null,
          audience: rng.pick(['all', 'silent:1', 'crowd:1'] as const),
          ...written,
        };
    }
  }

  #order(): ConversationCommand {
    switch (this.#rng.int(5)) {
      case 2:
        return { type: 'retire', members: people(this.#someNames(this.#rng.int(6))) };
      case 0:
        return { type: 'erase', person: playerId(this.#name) };
      case 1:
        return {
          type: 'open',
          kind: this.#kind,
          members: people(this.#someNames(3)),
          trusted: [],
          settings: SETTINGS,
        };
      default:
        return { type: 'seat', members: people(this.#someNames(this.#rng.int(6))) };
    }
  }
}

/** What is true of every conversation at every moment. */
function expectSound({ state, now }: Playout): void {
  const { kind, members, lately, pinned, settings } = state;
  const all = [...members.values()];
  const inside = all.filter(({ standing }) => standing === 'active' || standing === 'asked');
  const windowMs = Math.max(FLOOD_MS, settings.slowModeSeconds * 1_000, 3_600_000);
  expect(all.filter(({ role }) => role === 'owner').length).toBeLessThanOrEqual(1);
  expect(all.filter(({ role, standing }) => role !== 'member' && standing !== 'active')).toEqual([]);
  expect(all.filter(({ id }) => members.get(id)?.id !== id)).toEqual([]);
  expect(pinned.length).toBeLessThanOrEqual(MAX_PINNED);
  expect(new Set(pinned).size).toBe(pinned.length);
  if (kind === 'group') expect(inside.length).toBeLessThanOrEqual(MAX_GROUP);
  if (kind === 'direct') expect(all.length).toBeLessThanOrEqual(2);
  if (kind === 'public' || kind === 'table') {
    const out = all.filter(({ standing }) => standing === 'left' || standing === 'kicked');
    expect(out.filter(({ mutedUntil }) => mutedUntil === 0)).toEqual([]);
  }
  for (const moments of lately.values()) {
    expect(moments.length).toBeGreaterThan(0);
    expect(moments.length).toBeLessThanOrEqual(FLOOD_MESSAGES);
    expect(Math.max(...moments)).toBeLessThanOrEqual(now);
  }
  const newest = Math.max(0, ...[...lately.values()].flat());
  for (const moment of [...lately.values()].flat()) expect(newest - moment).toBeLessThan(windowMs);
}

/** What one step may do, seen from before. */
function expectFair(before: Playout['state'], script: Playout, eventsBefore: number): void {
  const added = script.events.slice(eventsBefore);
  expect(added.length > 0).toBe(script.refusal === null);
  if (script.refusal) expect(script.state).toBe(before);
  for (const event of added) {
    if (event.type !== 'posted') continue;
    const { author, no } = event.message;
    const isOperator = author.startsWith('operator');
    const standing = before.members.get(author)?.standing;
    const mutedUntil = before.members.get(author)?.mutedUntil ?? 0;
    expect(no).toBe(before.messageCount + 1);
    expect(isOperator || (standing !== 'banned' && mutedUntil <= script.now)).toBe(true);
    expect(author === 'guest' && before.kind !== 'table').toBe(false);
    if (before.kind === 'direct' || before.kind === 'group') expect(['active', 'asked']).toContain(standing);
    expect(isOperator || mayRead(script.state, author)).toBe(true);
  }
}

const anyPlayout = {
  kind: fc.constantFrom(...KINDS),
  seed: fc.integer(),
  steps: fc.integer({ min: 0, max: 120 }),
};

describe('any conversation', () => {
  const refused = new Set<string>();

  it(`of ${RUNS} stays within its limits and is the fold of its facts`, () => {
    fc.assert(
      fc.property(fc.record(anyPlayout), ({ kind, seed, steps }) => {
        const script = new Playout(kind, seed);
        for (let step = 0; step < steps; step++) {
          const { state } = script;
          const count = script.events.length;
          script.step();
          expectFair(state, script, count);
          if (step % 5 === 0) expectSound(script);
        }
        expectSound(script);
        const posted = script.events.filter(({ type }) => type === 'posted');
        expect(script.state.messageCount).toBe(posted.length);
        expect([...script.messages.values()].map(({ no }) => no)).toEqual(posted.map((_, i) => i + 1));
        for (const message of script.messages.values()) {
          const chosen = Object.values(message.reactions);
          expect(chosen.length).toBeLessThanOrEqual(MAX_EMOJI);
          expect(chosen.every((ids) => ids.length > 0 && new Set(ids).size === ids.length)).toBe(true);
        }
        const stored: StoredEvent[] = JSON.parse(JSON.stringify(script.events));
        const read = stored.map((event) => conversation.upcast(event, conversation.version));
        const events = read.filter((event) => event !== null);
        expect(events.reduce(conversation.evolve, conversation.initial)).toEqual(script.state);
        for (const code of script.refused) refused.add(code);
      }),
      { numRuns: RUNS },
    );
  });

  it('can be read by whoever may come in, but for what was asked', () => {
    fc.assert(
      fc.property(fc.record(anyPlayout), ({ kind, seed, steps }) => {
        const script = new Playout(kind, seed);
        for (let step = 0; step < steps; step++) script.step();
        for (const name of NAMES) {
          const id = playerId(name);
          const isIn = mayEnter(script.state, { id, isNamed: true, isOperator: false }).ok;
          const isAsked = script.member(name)?.standing === 'asked';
          expect(mayRead(script.state, id)).toBe(isIn && !isAsked);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is refused for every reason there is', () => {
    const unmet: Readonly<Record<ChatCode, boolean>> = {
      already_member: true,
      banned: true,
      empty_text: true,
      group_full: true,
      muted: true,
      needs_name: true,
      newcomer_link: true,
      no_change: true,
      no_message: true,
      no_person: true,
      not_allowed: true,
      not_asked: true,
      not_author: true,
      not_member: true,
      not_open: true,
      request_pending: true,
      rude_words: true,
      slow_mode: true,
      text_too_long: true,
      too_fast: true,
      too_late: true,
      too_many_changes: true,
      too_many_pins: true,
      too_many_reactions: true,
      unknown_command: true,
    };
    const seen = (code: string) => refused.has(code);
    // What chance did not bring above: the same long conversations every time, until it is there.
    for (let seed = 0; seed < 400 && !Object.keys(unmet).every(seen); seed++) {
      const script = new Playout(KINDS[seed % KINDS.length] ?? 'public', seed);
      for (let step = 0; step < 1_000; step++) script.step();
      for (const code of script.refused) refused.add(code);
    }
    expect(Object.keys(unmet).filter((code) => !seen(code))).toEqual([]);
    expect([...refused].filter((code) => !Object.hasOwn(unmet, code))).toEqual([]);
  });
});
