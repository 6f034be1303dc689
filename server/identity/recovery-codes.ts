import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { Shelf } from '../storage/shelf.ts';
import { type DocumentStore, MAX_ROWS } from '../storage/types.ts';

const COUNT = 10;
/** 100 random bits in letters and digits that nobody mixes up. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';
const LENGTH = 20;

/** Codes that let somebody in who forgot the password, each once. Only their hashes are kept. */
export class RecoveryCodes {
  readonly #codes: Shelf<{ person: string }>;
  /** By the hash of a code that is being used: the password hash that it is used for. */
  readonly #uses: Shelf<{ password: string }>;

  constructor(documents: DocumentStore) {
    this.#codes = new Shelf(documents, 'recovery', z.object({ person: z.string() }));
    this.#uses = new Shelf(documents, 'recovery-use', z.object({ password: z.string() }));
  }

  /** Ten new codes like `abcde-fghjk-mnpqr-stuvw`; those before are worthless. */
  async renew(person: string): Promise<string[]> {
    await this.forget(person);
    const codes = Array.from({ length: COUNT }, makeCode);
    for (const code of codes) await this.#codes.put(hashOf(code), { person }, { owner: person });
    return codes;
  }

  async isOf(person: string, code: string): Promise<boolean> {
    return (await this.#codes.get(hashOf(code)))?.person === person;
  }

  /**
   * Decides what a code is used for. Of several at once one is first; resolves to the password hash of that one, also
   * when it was cut off and comes again, and to null when the code was spent meanwhile.
   */
  async use(person: string, code: string, password: string): Promise<string | null> {
    const id = hashOf(code);
    const isFirst = await this.#uses.insert(id, { password }, { owner: person });
    if (!isFirst) return (await this.#uses.get(id))?.password ?? null;
    if (await this.isOf(person, code)) return password;
    await this.#uses.remove(id);
    return null;
  }

  /** Takes a code away after it was used. Without the code, the note about its use says nothing to anybody. */
  async spend(code: string): Promise<void> {
    const id = hashOf(code);
    await this.#codes.remove(id);
    await this.#uses.remove(id).catch(() => false);
  }

  async left(person: string): Promise<number> {
    return (await this.#codes.list(person, { limit: COUNT })).size;
  }

  /** Repeatable. */
  async forget(person: string): Promise<void> {
    for (const shelf of [this.#codes, this.#uses]) {
      for (const id of (await shelf.list(person, { limit: MAX_ROWS })).keys()) await shelf.remove(id);
    }
  }
}

function makeCode(): string {
  const letters = [...randomBytes(LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]);
  return letters.join('').replace(/(.{5})(?=.)/g, '$1-');
}

/** The codes have enough chance in them for a plain hash. Spaces, hyphens and case do not matter. */
const hashOf = (code: string): string =>
  createHash('sha256')
    .update(code.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .digest('base64url');
