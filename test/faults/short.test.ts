import { expect, it } from 'vitest';
import { isKept } from './measure.ts';
import { mixed } from './scenarios/mixed.ts';

/** What a busy machine may take is no promise: here only what must never happen counts. The times are those of `npm run faults`. */
const counts = { kill: 3, stop: 1, end: 1, redisEmpty: 1, linkToRedis: 1, cut: 1, storeLocked: 1 };

it('of three processes some are killed, one stands still, Redis forgets everything: nothing is lost, doubled, forked or leaked', async () => {
  const seed = Date.now() % 1_000_000;
  const said: string[] = [];
  const { violations, measures } = await mixed(counts, 2_500).run({ seed, say: (text) => said.push(text) });
  const what = `seed ${seed}\n${said.join('\n')}`;
  expect(violations, what).toEqual([]);
  expect(
    measures.filter((measure) => !isKept(measure)),
    what,
  ).toEqual([]);
});
