import { describe, expect, it } from 'vitest';
import { commandId } from '../../shared/core/ids.ts';
import { fakeLog } from '../../test/harness/fakes.ts';
import { TOY_MATCH, toyTable } from '../../test/harness/toy-match.ts';
import { durableJournal } from './journal.ts';
import { type EntryStore, type StoredEntry, Unavailable } from './types.ts';

const rowOf = (seq: number, body: string): StoredEntry => ({
  stream: `match:${TOY_MATCH}`,
  seq,
  commandId: `c${seq}`,
  at: 1,
  kind: 'move',
  target: null,
  author: null,
  text: null,
  body,
});
const closed = JSON.stringify({
  by: { kind: 'system' },
  version: toyTable.version,
  events: [{ type: 'tableClosed' }],
});

function journalOver(parts: Partial<EntryStore>) {
  const log = fakeLog();
  return { journal: durableJournal(toyTable, parts as EntryStore, log, { prefix: 'match' }), log };
}

const entry = {
  matchId: TOY_MATCH,
  seq: 1,
  commandId: commandId('c1'),
  by: { kind: 'system' },
  at: 1,
  version: toyTable.version,
  events: [{ type: 'tableClosed' }],
} as const;

const broken = (): never => {
  throw new Error('bug');
};
const rejecting = () => Promise.reject(new Error('disk'));
const away = () => Promise.reject(new Unavailable('away'));

describe('the durable journal never rejects', () => {
  it.each([
    ['throws', broken, 'unknown'],
    ['rejects', rejecting, 'unknown'],
    ['is away', away, 'unavailable'],
  ])('when the store %s at an entry', async (_how, append, kind) => {
    const { journal, log } = journalOver({ append });
    expect(await journal.append(entry)).toEqual({ ok: false, error: { kind } });
    expect(log.lines).toHaveLength(kind === 'unknown' ? 1 : 0);
  });

  it('when an entry cannot be written down', async () => {
    const { journal } = journalOver({ append: async () => ({ ok: true, value: null }) });
    const endless = { type: 'optionsChanged' as const, options: {} as Record<string, unknown> };
    endless.options.self = endless;
    expect(await journal.append({ ...entry, events: [endless] })).toEqual({
      ok: false,
      error: { kind: 'unknown' },
    });
  });

  it.each([
    ['throws', broken],
    ['rejects', rejecting],
    ['is away', away],
  ])('when the store %s at reading', async (_how, fail) => {
    const { journal } = journalOver({ after: fail, find: fail });
    const unavailable = { ok: false, error: { kind: 'unavailable' } };
    expect(await journal.read(TOY_MATCH, 0)).toEqual(unavailable);
    expect(await journal.find(TOY_MATCH, commandId('c1'))).toEqual(unavailable);
  });

  it.each([
    ['throws', broken],
    ['rejects', rejecting],
    ['is away', away],
  ])('when the store %s at setting a torn entry aside', async (_how, setAside) => {
    const { journal } = journalOver({ after: async () => [rowOf(1, closed), rowOf(2, '{')], setAside });
    expect(await journal.read(TOY_MATCH, 0)).toEqual({ ok: false, error: { kind: 'unavailable' } });
  });
});

it.each([
  ['as this program writes them', { by: { kind: 'system' }, events: [{ type: 'tableClosed' }] }],
  ['of another shape', { who: 'somebody', what: [] }],
])('leaves entries of a newer program alone, %s, and says so', async (_how, body) => {
  const version = toyTable.version + 1;
  const newer = { ...rowOf(3, ''), body: JSON.stringify({ ...body, version }) };
  for (const rows of [[newer], [rowOf(1, closed), newer]]) {
    const { journal, log } = journalOver({ after: async () => rows, setAside: broken });
    expect(await journal.read(TOY_MATCH, 0)).toEqual({ ok: false, error: { kind: 'newer' } });
    expect(log.lines).toEqual([]);
  }
});
