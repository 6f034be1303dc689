import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryDocuments } from '../../test/harness/memory-documents.ts';
import type { DocumentStore } from '../storage/types.ts';
import { HeldNames } from './held-names.ts';

let documents: DocumentStore;
let names: HeldNames;
/** Somebody whose name an older program kept by a key of its own. */
async function old(person: string, name: string, key = name.toLowerCase()): Promise<void> {
  await documents.put({ kind: 'person', id: person, owner: '', rank: 0, body: JSON.stringify({ name }) });
  const body = JSON.stringify({ person });
  await documents.insert({ kind: 'name', id: key, owner: person, rank: 0, body });
}

beforeEach(() => {
  documents = new MemoryDocuments();
  names = new HeldNames(documents);
});

describe('names that are held', () => {
  it('are held in each of their looks', async () => {
    expect(await names.take('Max', 'a')).not.toBeNull();
    for (const look of ['MAX', 'мах', 'Мах', 'm4x']) expect(await names.take(look, 'b'), look).toBeNull();
    expect(await names.take('maxi', 'b')).not.toBeNull();
  });

  it('are free in all of their looks when they are given up, and only then', async () => {
    await names.take('Мах', 'a');
    const giveUp = await names.take('Рита', 'a');
    expect(await names.take('Max', 'b')).toBeNull();
    await giveUp?.();
    expect(await names.take('Max', 'b')).not.toBeNull();
    await names.release('a');
    expect(await names.take('РИТА', 'b')).not.toBeNull();
  });

  it('leave nothing behind when they cannot be had', async () => {
    await names.take('Max', 'a');
    expect(await names.take('мах', 'b')).toBeNull();
    await names.release('a');
    expect(await names.holder('мах')).toBeNull();
  });

  it('are those of older programs, too', async () => {
    for (let n = 0; n < 600; n++) await old(`p${n}`, `Person ${n} of old`, `key-${n}`);
    expect(await names.holder('PERS0N 599 of old')).toBe('p599');
    expect(await names.take('Person 7 of old!', 'b')).toBeNull();
    expect(await documents.below('name', Number.MAX_SAFE_INTEGER, 1)).toEqual([]);
  });

  it('let both log in whose names an older program told apart, and nobody else', async () => {
    await old('a', 'Tom');
    await old('b', '†om');
    const holders = [await names.holder('Tom'), await names.holder('†om')];
    expect(holders).toEqual(['a', 'b']);
    expect(await names.take('70m', 'c')).toBeNull();
    expect(await names.take('†om', 'b')).not.toBeNull();
  });
});
