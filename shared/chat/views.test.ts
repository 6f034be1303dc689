import { describe, expect, it } from 'vitest';
import { ConversationScript, opened, speaker } from '../../test/harness/conversation-script.ts';
import { playerId } from '../core/ids.ts';
import { mayEnter, mayRead } from './views.ts';

const enters = ({ state }: ConversationScript, name: string): string => {
  const entry = mayEnter(state, speaker(name));
  return entry.ok ? 'ok' : entry.error.code;
};
const reads = ({ state }: ConversationScript, name: string): boolean => mayRead(state, playerId(name));

describe('who may come in and read', () => {
  it('nobody, before it is opened', () => {
    const script = new ConversationScript();
    expect([enters(script, 'ana'), reads(script, 'ana')]).toEqual(['not_open', false]);
  });

  it('in public: everybody who is not banned, and operators', () => {
    const script = opened('public', 'ana ben operator');
    for (const name of ['ben', 'operator']) script.as('ana', { type: 'ban', person: playerId(name) });
    for (const name of ['ana', 'guest'])
      expect([enters(script, name), reads(script, name)]).toEqual(['ok', true]);
    expect([enters(script, 'ben'), reads(script, 'ben')]).toEqual(['banned', false]);
    expect(enters(script, 'operator')).toBe('ok');
  });

  it.each(['direct', 'group'] as const)('in a %s: its people; who was asked sees no content', (kind) => {
    const script = opened(kind, 'ana ben');
    expect([enters(script, 'ana'), reads(script, 'ana')]).toEqual(['ok', true]);
    expect([enters(script, 'ben'), reads(script, 'ben')]).toEqual(['ok', false]);
    for (const name of ['cleo', 'operator'])
      expect([enters(script, name), reads(script, name)]).toEqual(['not_member', false]);
    script.as('ben', { type: 'accept' });
    expect(reads(script, 'ben')).toBe(true);
  });

  it.each([
    ['leave', 'not_member'],
    ['kick', 'not_member'],
    ['ban', 'banned'],
  ] as const)('not after a %s in private', (how, code) => {
    const script = opened('group', 'ana ben', { trusted: 'ben' });
    if (how === 'leave') script.as('ben', { type: 'leave' });
    else script.as('ana', { type: how, person: playerId('ben') });
    expect([enters(script, 'ben'), reads(script, 'ben')]).toEqual([code, false]);
  });

  it('at a table: everybody', () => {
    const script = opened('table', 'ana');
    expect([enters(script, 'guest'), reads(script, 'guest')]).toEqual(['ok', true]);
  });
});
