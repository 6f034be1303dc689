import type { CommandId } from '../core/ids.ts';
import type { Entry } from './ports.ts';

/** Accepted command ids kept in memory; older ones are looked up in the journal. */
const MAX_IDS = 1_000;

/** The newest command ids of a match, each with the `seq` of its entry. */
export class RecentIds {
  readonly #seqs = new Map<CommandId, number>();

  get size(): number {
    return this.#seqs.size;
  }

  /** Keeps the newest ids and forgets the oldest. */
  add({ commandId, seq }: Pick<Entry<unknown>, 'commandId' | 'seq'>): void {
    this.#seqs.set(commandId, seq);
    if (this.#seqs.size > MAX_IDS) this.#seqs.delete(this.#seqs.keys().next().value!);
  }

  seqOf(id: CommandId): number | undefined {
    return this.#seqs.get(id);
  }
}
