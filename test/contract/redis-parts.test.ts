import { it, onTestFinished } from 'vitest';
import { redisParts } from '../../server/infra/redis.ts';
import { Topics, topic } from '../../server/infra/topics.ts';
import { fakeLog } from '../harness/fakes.ts';
import { RedisServer } from '../harness/redis.ts';
import { RedisLink } from '../harness/redis-link.ts';
import { until } from '../harness/until.ts';

const NEWS = topic<string>('news');

/** What a process hears and says, and its way to Redis. */
async function processAt(redis: RedisServer): Promise<{ topics: Topics; link: RedisLink }> {
  const link = await RedisLink.open(redis.url, {});
  const { presence, client } = await redisParts(link.url, fakeLog());
  onTestFinished(async () => {
    client.disconnect();
    presence.shutdown();
    await until(() => link.isIdle, 'all connections to end');
    link.close();
  });
  return { topics: new Topics(fakeLog(), () => presence), link };
}

it('hears and says again what is said after a Redis was gone without a word', async () => {
  const redis = await RedisServer.start();
  onTestFinished(() => redis.stop());
  const [{ topics: cut, link }, { topics: other }] = [await processAt(redis), await processAt(redis)];
  const [atCut, atOther] = [new Set<string>(), new Set<string>()];
  await cut.subscribe(NEWS, (said) => atCut.add(said)).ready;
  await other.subscribe(NEWS, (said) => atOther.add(said)).ready;
  link.goSilent();
  await until(() => {
    other.publish(NEWS, 'to the one that was cut');
    cut.publish(NEWS, 'from the one that was cut');
    return atCut.size === 2 && atOther.size === 2;
  }, 'both to hear the other');
});
