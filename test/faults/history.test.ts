import { describe, expect, it } from 'vitest';
import type { StoredEntry } from '../../server/storage/types.ts';
import { playerId } from '../../shared/core/ids.ts';
import { fourInARow } from '../../shared/games/four-in-a-row/rules.ts';
import { tableFor } from '../../shared/table/table.ts';
import type { Step } from '../harness/history.ts';
import { viewsAt } from '../harness/history-views.ts';
import { type ClientRecord, chatPicture, checkHistory, type Run, tablePicture } from './history.ts';

const table = tableFor(fourInARow);
const STREAM = 'match:m';
const ANA = 'ana';

const rowOf = (seq: number, commandId: string, events: readonly object[]): StoredEntry => ({
  ...{ stream: STREAM, seq, commandId, at: seq, kind: 'move', target: null, author: null, text: null },
  body: JSON.stringify({ by: { kind: 'system' }, version: table.version, events }),
});

/** A table at which people sit down, one after the other. */
function recorded(): { readonly rows: readonly StoredEntry[]; readonly run: Run } {
  const rows: StoredEntry[] = [];
  let state = table.initial;
  const tell = (commandId: string, command: Parameters<typeof table.decide>[2]) => {
    const ctx = { now: rows.length + 1, rng: { next: () => 0, int: () => 0 } as never };
    const decided = table.decide(state, { kind: 'system' }, command, ctx);
    if (!decided.ok) throw new Error(decided.error.code);
    state = decided.value.reduce(table.evolve, state);
    rows.push(rowOf(rows.length + 1, commandId, decided.value));
  };
  tell('opening', { type: 'open', name: 'Test', visibility: 'public', options: null, bots: 0 });
  for (const name of [ANA, 'ben']) {
    tell(`${name}:sit`, { type: 'sit', person: { id: playerId(name), name, marker: 0 } });
  }
  tell(`${ANA}:rename`, { type: 'rename', person: { id: playerId(ANA), name: 'Anna', marker: 0 } });
  const shown = viewsAt(table, 'm', rows, ANA);
  return { rows, run: { journal: new Map([[STREAM, rows]]), clients: [anaWith(shown)] } };
}

function anaWith(shown: readonly string[], steps: readonly Step[] = ANAS_STEPS): ClientRecord {
  return {
    client: ANA,
    idPrefix: `${ANA}:`,
    steps,
    pictures: [tablePicture(table, 'm', ANA, shown)],
    heard: [Buffer.from('the card is '), Buffer.from('A1')],
  };
}

const step = (id: string, rest: { type: 'invoke' | 'info' } | { type: 'ok'; seq: number }): Step => ({
  ...{ stream: STREAM, id: `${ANA}:${id}` },
  ...rest,
});
const ANAS_STEPS: readonly Step[] = [
  step('sit', { type: 'invoke' }),
  step('sit', { type: 'info' }),
  step('sit', { type: 'invoke' }),
  step('sit', { type: 'ok', seq: 2 }),
  step('rename', { type: 'invoke' }),
  step('rename', { type: 'ok', seq: 4 }),
];

const { rows, run } = recorded();
const found = (changed: Partial<Run>) => checkHistory({ ...run, ...changed }).join('\n');
const journalOf = (...entries: readonly StoredEntry[]) => new Map([[STREAM, entries]]);

describe('the checker of histories', () => {
  it('has nothing to say about a run that went well', () => {
    const canaries = [{ text: 'A1', readers: new Set([ANA]) }];
    expect(found({ earlier: [journalOf(...rows.slice(0, 2))], canaries })).toBe('');
  });

  it('sees a lost write', () => {
    expect(found({ journal: journalOf(...rows.slice(0, 3)) })).toMatch(/lost: ana:rename was acknowledged/);
  });

  it('sees a doubled one', () => {
    const again = { ...rows[3]!, seq: 5 };
    expect(found({ journal: journalOf(...rows, again) })).toMatch(/doubled: ana:rename is entry 4 and 5/);
  });

  it('sees a reordered one', () => {
    const steps = [...ANAS_STEPS.slice(4), ...ANAS_STEPS.slice(0, 4)];
    expect(found({ clients: [{ ...run.clients[0]!, steps }] })).toMatch(/reordered: ana:sit is entry 2/);
  });

  it('sees a fork: another entry where one was read before', () => {
    const other = { ...rows[2]!, commandId: 'cleo:sit' };
    expect(found({ earlier: [journalOf(rows[0]!, rows[1]!, other)] })).toMatch(
      /forked: entry 3 is ben:sit and cleo:sit/,
    );
  });

  it('sees a fork: two commands were acknowledged as one entry', () => {
    const steps = [{ stream: STREAM, id: 'ben:more', type: 'ok', seq: 4 } as const];
    const ben = { client: 'ben', idPrefix: 'ben:', steps, pictures: [], heard: [] };
    expect(found({ clients: [...run.clients, ben] })).toMatch(/forked: entry 4 is ana:rename and ben:more/);
  });

  it('sees that what was read once is gone', () => {
    const more = { ...rows[3]!, seq: 5, commandId: 'more' };
    expect(found({ earlier: [journalOf(...rows, more)] })).toMatch(
      /lost: entry 5 was read, and 4 is the last/,
    );
  });

  it('sees a picture that is not in the journal, and one that is not the last', () => {
    const [first, ...others] = viewsAt(table, 'm', rows, ANA);
    expect(found({ clients: [anaWith([first!, 'fork', ...others])] })).toMatch(/is the view of no entry/);
    expect(found({ clients: [anaWith([first!])] })).toMatch(/the last view is of entry 1 of 4/);
  });

  it('sees a message that is shown and not stored', () => {
    const messages = [{ seq: 1, text: 'hi' }] as never;
    const client = { ...run.clients[0]!, pictures: [chatPicture('lobby', ANA, messages, ['hi'])] };
    expect(found({ clients: [client] })).toMatch(/shows 1 messages of 0[\s\S]*wrote 1 texts, 0 are stored/);
  });

  it('sees a leak, also where a secret came in two pieces', () => {
    const canaries = [{ text: 'is A1', readers: new Set(['ben']) }];
    expect(found({ canaries })).toMatch(/ana: leaked: is A1/);
  });
});
