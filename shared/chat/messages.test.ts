import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { playerId } from '../core/ids.ts';
import { postedMessage, targetOf, withChange } from './messages.ts';
import type { ConversationEvent } from './types.ts';

const [ana, ben] = [playerId('ana'), playerId('ben')];
const message = postedMessage(7, {
  type: 'posted',
  message: {
    no: 3,
    at: 100,
    author: ana,
    text: 'hi',
    replyTo: 5,
    mentions: [ben],
    card: { type: 'table', code: 'BAKE', name: 'Moss' },
    audience: 'all',
    editedAt: 0,
    deletedBy: '',
    reactions: {},
  },
});
const edited = (text: string, at: number, target = 7) =>
  ({ type: 'edited', target, text, mentions: [], at }) as const;
const reacted = (by = ben, emoji = '👍') => ({ type: 'reacted', target: 7, emoji, by }) as const;
const deleted = { type: 'deleted', target: 7, by: ben } as const;

describe('a message', () => {
  it('has the number of its entry', () => {
    expect(message).toMatchObject({ seq: 7, no: 3, text: 'hi', author: ana });
  });

  it('is changed by what is about it, and only by that', () => {
    expect(withChange(message, edited('ho', 200))).toMatchObject({
      text: 'ho',
      mentions: [],
      editedAt: 200,
      at: 100,
    });
    for (const event of [
      edited('ho', 200, 8),
      { type: 'pinned', target: 7, by: ana },
      { type: 'memberErased', person: ana },
    ] as const)
      expect(withChange(message, event)).toBe(message);
  });

  it('keeps the newest edit, whatever comes last', () => {
    const once = withChange(message, edited('new', 300));
    expect(withChange(once, edited('old', 200))).toBe(once);
  });

  it('counts everybody once under an emoji, and forgets an emoji without people', () => {
    const once = withChange(message, reacted());
    expect(withChange(once, reacted())).toBe(once);
    const twice = withChange(once, reacted(ana));
    expect(twice.reactions).toEqual({ '👍': [ben, ana] });
    const back = [ben, ana].reduce((m, by) => withChange(m, { ...reacted(by), type: 'unreacted' }), twice);
    expect(back.reactions).toEqual({});
    expect(withChange(back, { ...reacted(), type: 'unreacted' })).toBe(back);
    expect(message.reactions).toEqual({});
  });

  it('that is deleted stays deleted and empty, in whatever order the rest comes', () => {
    const event: fc.Arbitrary<ConversationEvent> = fc.oneof(
      fc.integer({ min: 0, max: 500 }).map((at) => edited('x', at)),
      fc.constantFrom(reacted(), reacted(ana, '🎉'), { ...reacted(), type: 'unreacted' } as const),
      fc.constant({ type: 'pinned', target: 7, by: ana } as const),
      fc.constant({ ...deleted, by: ana }),
    );
    fc.assert(
      fc.property(fc.array(event), fc.array(event), (before, after) => {
        const gone = [...before.filter(({ type }) => type !== 'deleted'), deleted, ...after].reduce(
          withChange,
          message,
        );
        expect(gone).toMatchObject({ seq: 7, no: 3, author: ana, replyTo: 5, deletedBy: ben });
        expect([gone.text, gone.mentions, gone.card, gone.reactions]).toEqual(['', [], null, {}]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is a target of commands', () => {
    expect(targetOf(withChange(message, reacted()), 4)).toEqual({
      seq: 7,
      author: ana,
      at: 100,
      isDeleted: false,
      reactions: { '👍': [ben] },
      changes: 4,
    });
    expect(targetOf(withChange(message, deleted))).toMatchObject({ isDeleted: true, changes: 0 });
  });
});
