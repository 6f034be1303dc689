import { LocalPresence } from '@colyseus/core';
import { expect, it } from 'vitest';
import { fakeLog } from '../../test/harness/fakes.ts';
import { type Carrier, Topics, topic, UNDER_WAY } from './topics.ts';

const NEWS = topic<string>('news');
const OTHER = topic<string>('other');

function topicsOver(carrier: Carrier = new LocalPresence()) {
  const log = fakeLog();
  return { topics: new Topics(log, () => carrier), log };
}

it('ends one subscription without another, however often it is ended', async () => {
  const { topics } = topicsOver();
  const heard: string[] = [];
  const hear = (said: string) => heard.push(`first ${said}`);
  const first = topics.subscribe(NEWS, hear);
  const same = topics.subscribe(NEWS, hear);
  topics.subscribe(NEWS, (said) => heard.push(`second ${said}`));
  await first.ready;
  first.stop();
  first.stop();
  topics.publish(NEWS, 'a');
  same.stop();
  topics.publish(NEWS, 'b');
  expect(heard).toEqual(['first a', 'second a', 'second b']);
});

it('listens to a topic once, from the first that wants it to the last, and again later', () => {
  const presence = new LocalPresence();
  const { topics } = topicsOver(presence);
  const listeners = () => presence.subscriptions.listenerCount(NEWS);
  const heard: string[] = [];
  const all = Array.from({ length: 20 }, () => topics.subscribe(NEWS, (said) => heard.push(said)));
  expect(listeners()).toBe(1);
  for (const { stop } of all) stop();
  expect(listeners()).toBe(0);
  topics.subscribe(NEWS, (said) => heard.push(said));
  topics.publish(NEWS, 'again');
  topics.publish(OTHER, 'elsewhere');
  expect(heard).toEqual(['again']);
});

it('lets no listener stop another one or the speaker, and says so in the log', async () => {
  const { topics, log } = topicsOver();
  const heard: string[] = [];
  topics.subscribe(NEWS, () => {
    throw new Error('bug');
  });
  topics.subscribe(NEWS, async () => {
    throw new Error('later');
  });
  topics.subscribe(NEWS, (said) => heard.push(said));
  topics.publish(NEWS, 'a');
  expect(heard).toEqual(['a']);
  await expect.poll(() => log.lines).toEqual(['a topic failed', 'a topic failed']);
});

it('does not call whoever was ended by a listener before', () => {
  const { topics } = topicsOver();
  const heard: string[] = [];
  topics.subscribe(NEWS, () => later.stop());
  const later = topics.subscribe(NEWS, (said) => heard.push(said));
  topics.publish(NEWS, 'a');
  expect(heard).toEqual([]);
});

/** Like Redis that is not there. */
class Away extends LocalPresence {
  override subscribe(): never {
    throw new Error('away');
  }
  override unsubscribe(): never {
    throw new Error('away');
  }
  override publish(): never {
    throw new Error('away');
  }
}

it('hears what it says itself once and at once, whatever becomes of it on its way', async () => {
  /** Like Redis: every message is a copy, and comes later. */
  class Slow extends LocalPresence {
    override publish(name: string, carried: unknown): this {
      const copy = JSON.stringify(carried);
      queueMicrotask(() => super.publish(name, JSON.parse(copy)));
      return this;
    }
  }
  const slow = new Slow();
  const [here, there] = [topicsOver(slow).topics, topicsOver(slow).topics];
  const heard: string[] = [];
  here.subscribe(NEWS, (said) => heard.push(`here ${said}`));
  there.subscribe(NEWS, (said) => heard.push(`there ${said}`));
  here.publish(NEWS, 'a');
  expect(heard).toEqual(['here a']);
  await expect.poll(() => heard).toEqual(['here a', 'there a']);
  there.publish(NEWS, 'b');
  await expect.poll(() => heard).toEqual(['here a', 'there a', 'there b', 'here b']);
  const alone = topicsOver(new Away()).topics;
  alone.subscribe(NEWS, (said) => heard.push(`alone ${said}`));
  alone.publish(NEWS, 'c');
  expect(heard.at(-1)).toBe('alone c');
});

it('rejects nothing when what carries the messages fails', async () => {
  const { topics, log } = topicsOver(new Away());
  const subscription = topics.subscribe(NEWS, () => {});
  await subscription.ready;
  topics.publish(NEWS, 'a');
  subscription.stop();
  await expect.poll(() => log.lines).toHaveLength(3);
});

it('keeps so many messages while Redis is away and no more, and says once how many were dropped', async () => {
  const waiting: (() => void)[] = [];
  /** Like Redis that is away: what is said waits for it. */
  class Silent extends LocalPresence {
    override publish(): never {
      return new Promise<void>((resolve) => waiting.push(resolve)) as never;
    }
  }
  const { topics, log } = topicsOver(new Silent());
  const heard: string[] = [];
  topics.subscribe(NEWS, (said) => heard.push(said));
  for (let i = 0; i < UNDER_WAY + 3; i++) topics.publish(NEWS, 'a');
  expect(waiting).toHaveLength(UNDER_WAY);
  // Whoever is here heard all of it.
  expect(heard).toHaveLength(UNDER_WAY + 3);
  expect(log.lines).toEqual([]);
  for (const arrive of waiting.splice(0)) arrive();
  await expect.poll(() => log.lines).toEqual(['too many messages waited for Redis: some were dropped']);
  topics.publish(NEWS, 'b');
  expect(waiting).toHaveLength(1);
});
