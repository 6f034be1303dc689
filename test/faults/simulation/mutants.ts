/** A change of one file: what stands there, and what shall. */
export type Change = readonly [file: string, before: string, after: string];

/** A way to break the product, to see that the simulation notices. */
export interface Mutant {
  readonly words: string;
  readonly changes: readonly Change[];
}

const MAILBOX = 'shared/engine/mailbox.ts';
const STORE = 'test/bench/memory-store.ts';

/** Products that are broken on purpose, by name. */
export const MUTANTS: Readonly<Record<string, Mutant>> = {
  'no-fence': {
    words: 'the store takes an entry whose number is taken',
    changes: [[STORE, "if (entry.seq !== stream.entries.length + 1) return err({ kind: 'conflict' });", '']],
  },
  'early-answer': {
    words: 'a command is acknowledged before it is stored',
    changes: [
      [
        MAILBOX,
        'const failure = await this.#append(entry);',
        'const failure = null as AppendFailure | null; void this.#append(entry);',
      ],
    ],
  },
  'early-picture': {
    words: 'an entry is shown before it is stored',
    changes: [
      [
        MAILBOX,
        'const failure = await this.#append(entry);',
        'this.#hooks.onCommit(entry, fold(this.#rules, this.state, [entry])); const failure = await this.#append(entry);',
      ],
    ],
  },
  'endless-lease': {
    words: 'a process is believed to be alive for ever',
    changes: [
      [
        'server/directory/in-process.ts',
        'return book.until > this.#settings.now();',
        'return book.until > 0;',
      ],
    ],
  },
  'no-deduplication': {
    words: 'a command that is sent again is carried out again',
    changes: [
      [MAILBOX, 'if (earlier !== undefined) return err(ok({ seq: earlier }));', ''],
      [STORE, "if (seq !== undefined) return err({ kind: 'duplicate', seq });", ''],
    ],
  },
  'new-snapshot': {
    words: 'a snapshot says that it includes one entry more than it does',
    changes: [
      [
        'server/storage/snapshots.ts',
        'JSON.stringify({ version, seq,',
        'JSON.stringify({ version, seq: seq + 1,',
      ],
    ],
  },
  'new-id': {
    words: 'a page gives a message a new id whenever it sends it again',
    changes: [
      [
        'client/net/chat-outgoing.ts',
        'this.#ports.ask({ id, command }',
        'this.#ports.ask({ id: this.#ports.newId(), command }',
      ],
    ],
  },
  'lost-patch': {
    words: 'some entries are not shown',
    changes: [
      [
        'server/rooms/tables/live-table.ts',
        'this.#mirror.write(view);',
        'if (entry.seq % 13 !== 0) this.#mirror.write(view);',
      ],
    ],
  },
};

/** What every run changes, so that what is rare in a short time is not. */
export const HASTE: readonly Change[] = [[MAILBOX, 'SNAPSHOT_EVERY = 200', 'SNAPSHOT_EVERY = 10']];
