import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { Rejection } from '../../shared/core/rules.ts';

/** What a hash costs whoever makes one: memory in KiB, how often it is gone over, in how many lanes. */
export interface Cost {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

/** OWASP's parameters for argon2id: 19 MiB, two passes, one lane. */
const COST: Cost = { memory: 19_456, passes: 2, parallelism: 1 };
const TAG_BYTES = 32;
const SALT_BYTES = 16;
const SHORTEST = 10;
const LONGEST = 128;
/** Passwords with a lower score are refused. */
const MIN_SCORE = 2;
/** How many characters are looked at for that: it takes longer than in proportion, and nothing else runs meanwhile. */
const JUDGED = 40;

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/;

const derive = promisify(argon2);

/** A password as it is compared, or why it cannot be one: `password_short`, `password_long`, `password_weak`. */
export async function checkPassword(raw: string, name: string): Promise<Result<string, Rejection>> {
  const password = raw.normalize('NFC');
  const characters = [...password];
  const { length } = characters;
  if (length < SHORTEST) return err({ code: 'password_short' });
  if (length > LONGEST) return err({ code: 'password_long' });
  const judged = characters.slice(0, JUDGED).join('');
  // The words that people choose take 7 MB: they are there once somebody chooses a password.
  const { scoreOf } = await import('./password-words.ts');
  return scoreOf(judged, [name, ...'color clues'.split(' ')]) < MIN_SCORE
    ? err({ code: 'password_weak' })
    : ok(password);
}

/**
 * Makes and compares hashes of passwords. Each takes a tenth of a second of a core, or less: whoever asks on behalf of
 * strangers lets them wait in turn.
 */
export class Passwords {
  readonly #pepper: Buffer;
  readonly #cost: Cost;
  /** What unknown names are compared with, so that they take as long as known ones; made with the first comparison. */
  #nobody: Promise<string> | null = null;

  /** @param cost of the hashes that are made; others are still compared, and outdated */
  constructor(pepper: string, cost: Cost = COST) {
    this.#pepper = Buffer.from(pepper);
    this.#cost = cost;
  }

  /** A PHC string with a fresh salt. */
  hash(password: string): Promise<string> {
    return this.#make(password);
  }

  /** Whether a password fits a hash; null stands for somebody who does not exist, and never fits. */
  async verify(password: string, phc: string | null): Promise<boolean> {
    this.#nobody ??= this.#make(randomBytes(SALT_BYTES).toString('hex'));
    const nobody = await this.#nobody;
    const [, memory, passes, parallelism, salt = '', tag = ''] = PHC.exec(phc ?? nobody) ?? [];
    const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
    const expected = Buffer.from(tag, 'base64');
    const found = await this.#derive(password.normalize('NFC'), Buffer.from(salt, 'base64'), cost);
    return found.length === expected.length && timingSafeEqual(found, expected) && phc !== null;
  }

  /** Whether a hash was made at another cost than today's. */
  isOutdated(phc: string): boolean {
    const [, memory, passes, parallelism] = PHC.exec(phc) ?? [];
    return (
      Number(memory) !== this.#cost.memory ||
      Number(passes) !== this.#cost.passes ||
      Number(parallelism) !== this.#cost.parallelism
    );
  }

  async #make(password: string): Promise<string> {
    const salt = randomBytes(SALT_BYTES);
    const tag = await this.#derive(password, salt, this.#cost);
    const { memory, passes, parallelism } = this.#cost;
    return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(tag)}`;
  }

  #derive(password: string, nonce: Buffer, cost: Cost): Promise<Buffer> {
    const message = Buffer.from(password);
    return derive('argon2id', { message, nonce, tagLength: TAG_BYTES, secret: this.#pepper, ...cost });
  }
}

const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');
