import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

describe('configuration', () => {
  it('has safe defaults', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ host: '127.0.0.1', port: 2567, publicUrl: null, isSecure: false });
    expect(config.limits).toMatchObject({ bufferedBytes: 262_144, messageRate: 20, messageBurst: 40 });
    expect(Object.isFrozen(config) && Object.isFrozen(config.limits)).toBe(true);
  });

  it('reads variables; empty ones count as absent', () => {
    const config = readConfig({
      PORT: '0',
      HOST: '',
      PUBLIC_URL: 'https://play.example/',
      ALLOWED_ORIGINS: 'http://localhost:5173, http://127.0.0.1:5173',
      LIMIT_JOIN_ACK_MS: '700',
    });
    expect(config).toMatchObject({
      port: 0,
      host: '127.0.0.1',
      publicUrl: 'https://play.example',
      isSecure: true,
    });
    expect(config.allowedOrigins).toEqual(['http://localhost:5173', 'http://127.0.0.1:5173']);
    expect(config.limits.joinAckMs).toBe(700);
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', 'http'],
    ['PUBLIC_URL', 'play.example'],
    ['PUBLIC_URL', 'https://play.example/path'],
    ['PUBLIC_URL', 'ftp://play.example'],
    ['ALLOWED_ORIGINS', '*'],
    ['NODE_ENV', 'prod'],
    ['LIMIT_MESSAGE_RATE', '0'],
    ['LIMIT_BUFFERED_BYTES', 'lots'],
  ])('says in a sentence that %s=%s is wrong', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(
      new RegExp(`^The environment variable ${name} is not valid: .+\\.$`),
    );
  });
});
