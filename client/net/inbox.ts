import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { InboxRow, WhoMayWrite, WireInbox } from '../../shared/protocol/chat-wire.ts';
import { chatSeat } from './chat-http.ts';
import { readHere } from './chat-read-mark.ts';
import type { Inbox } from './chat-types.ts';
import { keysOf, readRows } from './chat-wire.ts';
import { Connection } from './connection.ts';

/** Connects to all my conversations and stays connected. */
export class OpenInbox implements Inbox {
  readonly rows: ReadonlySignal<readonly InboxRow[]> = computed(() =>
    this.#rows.value.map((row) => asReadHere(row, readHere.value.get(row.conversation) ?? 0)),
  );
  readonly blocked: Signal<ReadonlySet<string>> = signal(new Set());
  readonly whoMayWrite: Signal<WhoMayWrite> = signal('everybody');
  readonly online: Signal<ReadonlySet<string>> = signal(new Set());
  readonly connection: Inbox['connection'];
  readonly #rows: Signal<readonly InboxRow[]> = signal([]);
  readonly #connection: Connection<'outdated'>;

  constructor() {
    this.#connection = new Connection<'outdated'>({
      seat: () => chatSeat('inbox'),
      refused: (code) => (code === 'outdated' ? 'outdated' : null),
      closed: () => null,
      state: (state) => this.#read(state as WireInbox),
    });
    this.connection = this.#connection.state;
  }

  close(): void {
    this.#connection.close();
  }

  #read(wire: WireInbox): void {
    const { whoMayWrite } = wire;
    batch(() => {
      this.#rows.value = readRows(wire);
      this.blocked.value = new Set(keysOf(wire.blocked));
      this.online.value = new Set(keysOf(wire.online));
      if (whoMayWrite === 'everybody' || whoMayWrite === 'met' || whoMayWrite === 'nobody') {
        this.whoMayWrite.value = whoMayWrite;
      }
    });
  }
}

/** A row that this page may know to be read further than the server does. */
const asReadHere = (row: InboxRow, no: number): InboxRow =>
  no > row.readNo
    ? { ...row, readNo: Math.min(no, row.lastNo), unread: Math.min(row.unread, Math.max(0, row.lastNo - no)) }
    : row;
