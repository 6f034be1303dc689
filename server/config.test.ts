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
    ['TRUSTED_PROXIES', 'nginx'],
    ['TRUSTED_PROXIES', '1'],
    ['TRUSTED_PROXIES', 'loopback, 10.0.0.0/33'],
    ['TRUSTED_PROXIES', '0.0.0.0/0'],
  ])('says in a sentence that %s=%s is wrong', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(
      new RegExp(`^The environment variable ${name} is not valid: .+\\.$`),
    );
  });

  it.each([
    ['LIMIT_MESAGE_RATE', 'LIMIT_MESSAGE_RATE'],
    ['LIMIT_ANYTHING_ELSE', 'LIMIT_'],
    ['LIMITS_MESSAGE_RATE', 'LIMIT_MESSAGE_RATE'],
    ['limit_message_rate', 'LIMIT_MESSAGE_RATE'],
    ['PROT', 'PORT'],
    ['port', 'PORT'],
    ['HOSTS', 'HOST'],
    ['TRUSTED_PROXY', 'TRUSTED_PROXIES'],
    ['MONGODB_URI', 'MONGODB_URL'],
    ['DATADIR', 'DATA_DIR'],
    ['PUBLIC_ULR', 'PUBLIC_URL'],
  ])('refuses %s with the name that was meant', (name, right) => {
    expect(() => readConfig({ [name]: '5' })).toThrow(
      new RegExp(`^There is no setting ${name}\\. Did you mean ${right}\\w*\\?$`),
    );
  });

  it('leaves alone what belongs to others', () => {
    const others = ['PATH', 'HOME', 'USER', 'LANG', 'TERM', 'SHELL', 'PWD', 'EDITOR', 'HOSTNAME', 'DISPLAY'];
    const more = [
      'BOT_NAME',
      'REDIS_PORT',
      'MONGODB_PORT',
      'XDG_DATA_DIRS',
      'PUBLIC_KEY',
      'NODE_PATH',
      'DEBUG',
    ];
    expect(() =>
      readConfig(Object.fromEntries([...others, ...more].map((name) => [name, 'x']))),
    ).not.toThrow();
    // Nearly one of ours, which is given besides.
    expect(readConfig({ MONGODB_URI: 'x', MONGODB_URL: 'mongodb://here' }).mongodbUrl).toBe('mongodb://here');
  });
});
