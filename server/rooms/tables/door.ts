import { LRUCache } from 'lru-cache';
import { playerId } from '../../../shared/core/ids.ts';
import type { Rejection } from '../../../shared/core/rules.ts';
import { seatOf, type TableState } from '../../../shared/table/state.ts';

/** Compares a password with a hash in constant time. */
export interface TablePasswords {
  verify(password: string, hash: string): Promise<boolean>;
}

/** Who has said the password, and need not say it again while this process has the table. */
const MAX_LET_IN = 2_000;

/** Asks for the password of one table. Knows it by its hash alone, and forgets who said it with its process. */
export class Door {
  readonly #passwords: TablePasswords;
  /** People, each with the hash that they knew the password of; null as long as there is nobody: few tables ask for one. */
  #letIn: LRUCache<string, string> | null = null;

  constructor(passwords: TablePasswords) {
    this.#passwords = passwords;
  }

  /**
   * Whether somebody may come in: with a seat at once, else with the password, which is compared in constant time.
   * Refusals: `password_wanted`, `wrong_table_password`.
   */
  async admits(
    state: Pick<TableState<unknown>, 'password' | 'seats'>,
    person: string,
    said: string | null,
  ): Promise<Rejection | null> {
    const { password } = state;
    const hasSeat = seatOf(state, playerId(person)) !== undefined;
    if (password === null || hasSeat || this.#letIn?.get(person) === password) return null;
    if (said === null) return { code: 'password_wanted' };
    if (!(await this.#passwords.verify(said, password))) return { code: 'wrong_table_password' };
    this.#letIn ??= new LRUCache({ maxSize: MAX_LET_IN, sizeCalculation: () => 1 });
    this.#letIn.set(person, password);
    return null;
  }
}
