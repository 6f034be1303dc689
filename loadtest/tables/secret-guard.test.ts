import { describe, expect, it } from 'vitest';
import type { Secrets } from '../games/played-game.ts';
import { SecretGuard } from './secret-guard.ts';

/** What one decoder holds: a secret, and whose it is now. */
interface Picture {
  readonly secret: string | null;
  readonly keeper: number;
}

const secrets: Secrets<Picture> = {
  fields: new Set(['secret']),
  shownIn: ({ secret }) => secret,
  mayBeSeen: ({ keeper }, seat) => seat === keeper,
};

describe('the guard of secrets', () => {
  it('lets the keeper see one, and remember it', () => {
    const guard = new SecretGuard(secrets);
    expect(guard.isLeakedIn({ secret: null, keeper: 1 }, 1)).toBe(false);
    expect(guard.isLeakedIn({ secret: 'red', keeper: 1 }, 1)).toBe(false);
    expect(guard.isLeakedIn({ secret: 'red', keeper: 2 }, 1)).toBe(false);
  });

  it('finds the secret of somebody else', () => {
    expect(new SecretGuard(secrets).isLeakedIn({ secret: 'red', keeper: 1 }, 2)).toBe(true);
    expect(new SecretGuard(secrets).isLeakedIn({ secret: 'red', keeper: 1 }, null)).toBe(true);
  });

  it('finds the next secret at somebody who kept the last one', () => {
    const guard = new SecretGuard(secrets);
    guard.isLeakedIn({ secret: 'red', keeper: 1 }, 1);
    expect(guard.isLeakedIn({ secret: 'blue', keeper: 2 }, 1)).toBe(true);
  });

  it('finds nothing in a game without secrets', () => {
    expect(new SecretGuard<Picture>(null).isLeakedIn({ secret: 'red', keeper: 1 }, 2)).toBe(false);
  });
});
