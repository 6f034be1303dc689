import { describe, expect, it } from 'vitest';
import { fakeLog } from '../../test/harness/fakes.ts';
import { frameworkLogger } from './colyseus/logger.ts';
import { createLog, loggablePath, Sampler } from './log.ts';

describe('the log', () => {
  it('never contains cookies, tokens and the like', () => {
    const lines: string[] = [];
    const log = createLog({ logLevel: 'info' }, { write: (line: string) => void lines.push(line) });
    log.info({ token: 'SECRET', request: { headers: { cookie: 'SECRET', authorization: 'SECRET' } } }, 'a');
    log.warn({ headers: { 'set-cookie': 'SECRET' }, seat: { sessionId: 'SECRET', roomId: 'BABA' } }, 'b');
    log.warn({ reason: 'no answer from redis://me:SECRET@10.0.0.7:6379/0' }, 'redis is away');
    log.error({ err: new Error('connect mongodb+srv://app:SECRET@10.0.0.8') }, 'd');
    log.error({ err: Object.assign(new Error('reason'), { code: 'E1', entry: { text: 'SECRET' } }) }, 'c');
    const text = lines.join('');
    expect(text).not.toContain('SECRET');
    for (const word of ['BABA', '10.0.0.7:6379/0', 'mongodb+srv://[secret]@10.0.0.8'])
      expect(text).toContain(word);
    expect(text).toContain('reason');
    expect(text).toContain('E1');
  });

  it('writes paths without their query', () => {
    expect(loggablePath('/p/r?sessionId=SECRET')).toBe('/p/r');
    expect(loggablePath(undefined)).toBe('');
  });

  it('cannot be filled by repeating the same', () => {
    const log = fakeLog();
    const sampler = new Sampler(log);
    for (let i = 0; i < 1_000; i++) sampler.warn('same', { i });
    sampler.warn('other', {});
    expect(log.lines.filter((line) => line === 'same')).toHaveLength(5);
    expect(log.lines).toContain('other');
    const framework = fakeLog();
    const logger = frameworkLogger(framework);
    for (let i = 0; i < 1_000; i++) logger.error(`frame ${i}`);
    expect(framework.lines).toHaveLength(5);
  });
});
