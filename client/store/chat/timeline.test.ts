import { describe, expect, it } from 'vitest';
import { CLEO, DAY, ME, MINUTE, message, NOON, pending } from '../../../test/harness/chat-samples.ts';
import { timeline } from './timeline.ts';

describe('the timeline', () => {
  const drawn = (...args: Parameters<typeof timeline>) =>
    timeline(...args).map((item) => {
      if (item.type === 'day') return item.words;
      if (item.type === 'new') return 'New';
      const text = item.type === 'message' ? item.message.text : item.pending.text;
      return item.isHead ? `# ${text}` : text;
    });
  const context = { me: ME, now: NOON, newAfter: null };

  it('groups what one person says within five minutes', () => {
    const messages = [
      message(1),
      message(2),
      message(3, { author: CLEO }),
      message(4, { author: CLEO, at: NOON + 10 * MINUTE }),
    ];
    expect(drawn(messages, [], context)).toEqual(['Today', '# text 1', 'text 2', '# text 3', '# text 4']);
  });

  it('separates days', () => {
    const messages = [message(1, { at: NOON - DAY }), message(2)];
    expect(drawn(messages, [], context)).toEqual(['Yesterday', '# text 1', 'Today', '# text 2']);
  });

  it('has the "New" line where the unread begin, and only when that has been fetched', () => {
    const messages = [message(11), message(12)];
    expect(drawn(messages, [], { ...context, newAfter: 11 })).toEqual([
      'Today',
      '# text 11',
      'New',
      '# text 12',
    ]);
    expect(drawn(messages, [], { ...context, newAfter: 10 })).toContain('New');
    expect(drawn(messages, [], { ...context, newAfter: 5 })).not.toContain('New');
    expect(drawn(messages, [], { ...context, newAfter: 12 })).not.toContain('New');
  });

  it('ends with own messages on their way', () => {
    const mine = message(1, { author: ME, at: NOON });
    const onTheirWay = [pending(), pending({ id: 'b', text: 'second' })];
    expect(drawn([mine], onTheirWay, context)).toEqual(['Today', '# text 1', 'on its way', 'second']);
    expect(drawn([message(1)], onTheirWay, context)).toEqual(['Today', '# text 1', '# on its way', 'second']);
  });
});
