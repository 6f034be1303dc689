import { expect, it } from 'vitest';
import { FakeClock } from '../../../test/harness/fakes.ts';
import { NewPasswords } from './new-passwords.ts';

const LATER = { ok: false, error: { code: 'rate_limited', detail: '10' } };

it('are hashed one at a time, whoever chose them', async () => {
  const slow = Promise.withResolvers<string>();
  const passwords = new NewPasswords(new FakeClock(0), () => slow.promise);
  const first = passwords.hash('ana', 'moss');
  expect(await passwords.hash('ben', 'brick')).toEqual({ ok: false, error: { code: 'busy' } });
  slow.resolve('HASH');
  expect(await first).toEqual({ ok: true, value: 'HASH' });
  expect((await passwords.hash('ben', 'brick')).ok).toBe(true);
});

it('are hashed again after one that failed', async () => {
  const passwords = new NewPasswords(new FakeClock(0), () => Promise.reject(new Error('no memory')));
  await expect(passwords.hash('ana', 'moss')).rejects.toThrow('no memory');
  await expect(passwords.hash('ana', 'moss')).rejects.toThrow('no memory');
});

it('are five at once of one person, and one every ten seconds then', async () => {
  const clock = new FakeClock(0);
  const passwords = new NewPasswords(clock, async (password) => password);
  const choose = (person: string) => passwords.hash(person, 'moss');
  for (let i = 0; i < 5; i++) expect((await choose('ana')).ok).toBe(true);
  expect(await choose('ana')).toEqual(LATER);
  expect((await choose('ben')).ok).toBe(true);
  await clock.advance(10_000);
  expect((await choose('ana')).ok).toBe(true);
  expect(await choose('ana')).toEqual(LATER);
});
