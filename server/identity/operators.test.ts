import { expect, it } from 'vitest';
import { MemoryDocuments } from '../../test/harness/memory-documents.ts';
import { Unavailable } from '../storage/types.ts';
import { FRESH_MS, Operators } from './operators.ts';

function open(fixed: readonly string[] = []) {
  let now = 1_000;
  const documents = new MemoryDocuments();
  const reader = () => new Operators({ documents, clock: { now: () => now }, fixed });
  return { documents, reader, pass: (ms: number) => (now += ms) };
}

it('operators are those of the configuration and those that were appointed', async () => {
  const { reader } = open(['boss']);
  const operators = reader();
  expect(await operators.appoint('ana')).toBe(true);
  expect(await operators.appoint('ana')).toBe(false);
  const asked = ['boss', 'ana', 'ben', ''].map((person) => operators.includes(person));
  expect(await Promise.all(asked)).toEqual([true, true, false, false]);
  expect(await operators.appointed()).toEqual(['ana']);
});

it('a right that another process gave or took is known after a moment, although nobody tells', async () => {
  const { reader, pass } = open();
  const [here, there] = [reader(), reader()];
  expect(await here.includes('ana')).toBe(false);
  await there.appoint('ana');
  pass(FRESH_MS);
  expect(await here.includes('ana')).toBe(true);
  expect(await there.dismiss('ana')).toBe(true);
  pass(FRESH_MS);
  expect(await here.includes('ana')).toBe(false);
});

it('while the store is away nobody is taken for one, and it is asked again', async () => {
  const { documents, reader } = open(['boss']);
  const operators = reader();
  const list = documents.list.bind(documents);
  documents.list = async () => {
    throw new Unavailable('away');
  };
  await expect(operators.includes('ana')).rejects.toThrow(Unavailable);
  expect(await operators.includes('boss')).toBe(true);
  documents.list = list;
  await operators.appoint('ana');
  expect(await operators.includes('ana')).toBe(true);
});
