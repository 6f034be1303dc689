import { expect, it } from 'vitest';
import { CROWD, SILENT } from '../core/rules.ts';
import { type Audience, behind, isBehind, isInSight, isSilent, readAudience } from './audience.ts';
import { conversation } from './conversation.ts';

it.each<[Audience, Audience, boolean]>([
  ['all', 'all', true],
  ['all', 'silent:2', true],
  ['all', 'crowd:2', true],
  ['crowd:2', 'all', true],
  ['crowd:2', 'crowd:2', true],
  ['crowd:2', 'silent:2', false],
  ['crowd:2', 'red:2', false],
  ['red:2', 'red:2', true],
  ['red:2', 'blue:2', false],
  // From behind a wall that has fallen.
  ['crowd:1', 'silent:2', true],
  ['red:1', 'blue:2', true],
])('a message for %s in the sight of %s: %s', (audience, sight, isSeen) => {
  expect(isInSight({ audience }, sight)).toBe(isSeen);
});

it('says whose wishes wait, and what is held behind a wall', () => {
  expect([isSilent(behind('7', SILENT)), isSilent(behind('7', CROWD)), isSilent('all')]).toEqual([
    true,
    false,
    false,
  ]);
  const audience = behind('7', CROWD);
  expect([isBehind(audience, '7'), isBehind(audience, '8'), isBehind(audience, null)]).toEqual([
    true,
    false,
    false,
  ]);
  expect([isBehind('all', '7'), isBehind('all', null)]).toEqual([false, false]);
});

it('keeps what an older program stored behind the same wall, which it named by its moment', () => {
  const audience = behind('1700', CROWD);
  const behindWalls = ['1700.3-2', '17001.3-2', '1701.3-2'].map((wall) => isBehind(audience, wall));
  expect(behindWalls).toEqual([true, false, false]);
  expect(isInSight({ audience }, behind('1700.3-2', SILENT))).toBe(false);
});

it('reads what the first programs stored, and keeps it apart behind every wall: they did not say which it was', () => {
  const [guessers, giver] = [readAudience('guessers'), readAudience('giver')];
  const seenBy = (sight: Audience) => [guessers, giver].map((audience) => isInSight({ audience }, sight));
  expect(seenBy('crowd:3')).toEqual([true, false]);
  expect(seenBy('silent:3')).toEqual([false, true]);
  expect(seenBy('all')).toEqual([true, true]);
  expect([readAudience('all'), readAudience('crowd:3')]).toEqual(['all', 'crowd:3']);
  const stored = { type: 'posted', message: { no: 1, text: 'is it teal?', audience: 'guessers' } };
  expect(conversation.upcast(stored, 1)).toEqual({
    ...stored,
    message: { ...stored.message, audience: guessers },
  });
});
