import { calmMs } from '../../shared/chat/calm.ts';
import type { InboxRow, WireConversation, WireInbox, WireMessage } from '../../shared/protocol/chat-wire.ts';
import type { Connection, PlayingGuest } from '../client/connection.ts';
import { settled } from '../scenarios/check.ts';
import type { World } from '../scenarios/scenario.ts';
import { type Ledger, type Seen, summed } from './ledger.ts';
import { markOf, nameOf, textOf, wallMs } from './texts.ts';

/** The decoder's own map of messages, by `seq`. */
interface Messages {
  get(seq: string): WireMessage | undefined;
}

/** Somebody in a conversation. Whoever has an inbox does what a page does, and tells how far it was read. */
export class Member {
  readonly guest: PlayingGuest;
  readonly #world: World;
  readonly #ledger: Ledger;
  readonly #number: number;
  readonly #room: Connection<WireConversation>;
  readonly #inbox: Connection<WireInbox> | null;
  /** The last message of each writer. */
  readonly #counts = new Map<number, number>();
  readonly #firstSeq: number;
  #seq: number;
  #no: number;
  #sum = 0;
  #written = 0;
  #unanswered = 0;
  #asked = 0;
  /** How far it was told, and when it is told again, as a page does it. */
  #toldNo: number;
  #nextTellAt = 0;

  private constructor(
    world: World,
    ledger: Ledger,
    number: number,
    guest: PlayingGuest,
    room: Connection<WireConversation>,
    inbox: Connection<WireInbox> | null,
  ) {
    this.#world = world;
    this.#ledger = ledger;
    this.#number = number;
    this.guest = guest;
    this.#room = room;
    this.#inbox = inbox;
    this.#seq = room.state.seq;
    this.#no = room.state.lastNo;
    this.#toldNo = this.#no;
    this.#firstSeq = this.#seq;
    room.onState = (bytes) => this.#look(bytes);
    const lost = (code: number) => world.recorder.error('cut off', `with ${code} in ${ledger.conversation}`);
    room.onLost = lost;
    if (inbox) inbox.onLost = lost;
  }

  /** Comes into the conversation and becomes a member; opens an inbox before that, or does not. @throws RefusedError */
  static async join(
    world: World,
    ledger: Ledger,
    guest: PlayingGuest,
    number: number,
    wantsInbox: boolean,
  ): Promise<Member> {
    const beganAt = performance.now();
    const inbox = wantsInbox ? await guest.openInbox() : null;
    const room = await guest.talk(ledger.conversation);
    world.recorder.took('join', performance.now() - beganAt);
    const member = new Member(world, ledger, number, guest, room, inbox);
    await new Promise<void>((resolve) => {
      member.#command({ type: 'join' }, (code) => {
        // Whoever made the lobby belongs to it.
        if (code !== null && code !== 'already_member')
          world.recorder.error(`refused: ${code}`, 'to become a member');
        resolve();
      });
    });
    return member;
  }

  /** A new guest with a name of their own. @throws RefusedError */
  static async arrive(world: World, number: number): Promise<PlayingGuest> {
    const guest = await world.arrive(number);
    await guest.takeName(nameOf(number));
    return guest;
  }

  /** Writes something that was due at this moment. */
  write(dueAt: number): void {
    const { recorder } = this.#world;
    const text = textOf({ writer: this.#number, count: ++this.#written, dueAt: wallMs(dueAt) });
    this.#unanswered++;
    const post = { type: 'post', text, replyTo: null, mentions: [], table: null };
    this.#command(post, (code, seq) => {
      this.#unanswered--;
      recorder.took('message answered', performance.now() - dueAt);
      if (code === null) this.#ledger.accepted(seq, text);
      else recorder.error(`refused: ${code}`, text);
    });
  }

  /** Resolves when everything that was written is answered, or will never be. */
  async rest(): Promise<void> {
    if (await settled(() => this.#unanswered === 0, this.#world.patienceMs)) return;
    for (; this.#unanswered > 0; this.#unanswered--)
      this.#world.recorder.error('no answer', `to a message in ${this.#ledger.conversation}`);
  }

  /** Saw every message, as it is stored, and so does the list of conversations. */
  async compare(stored: readonly Seen[]): Promise<void> {
    const { recorder, patienceMs } = this.#world;
    const lastNo = stored.at(-1)?.no ?? this.#no;
    await settled(() => this.#no >= lastNo, patienceMs);
    const sum = stored.filter(({ seq }) => seq > this.#firstSeq).reduce(summed, 0);
    recorder.count('pictures compared');
    if (sum !== this.#sum || this.#no !== lastNo)
      recorder.fault(
        'another picture',
        `a member of ${this.#ledger.conversation} saw other messages than are stored`,
      );
    const isListed = () => !this.#inbox || (this.#row()?.lastNo ?? 0) >= lastNo;
    if (!(await settled(isListed, patienceMs)))
      recorder.fault(
        'another picture',
        `an inbox says ${this.#row()?.lastNo}, where message ${lastNo} is the last`,
      );
  }

  get firstSeq(): number {
    return this.#firstSeq;
  }

  close(): void {
    this.#room.close();
    this.#inbox?.close();
  }

  #row(): InboxRow | null {
    let found: InboxRow | null = null;
    this.#inbox?.state.rows.forEach((json, conversation) => {
      if (conversation === this.#ledger.conversation) found = JSON.parse(json) as InboxRow;
    });
    return found;
  }

  #command(command: object, done: (code: string | null, seq: number) => void): void {
    const id = `load-${this.guest.id}-${++this.#asked}`;
    this.#room.ask('command', { id, command }, ({ code, seq }) => done(code, seq));
  }

  /** Reads what is new: each message once, in order, without holes. */
  #look(bytes: number): void {
    const { recorder } = this.#world;
    const { state } = this.#room;
    const messages = state.messages as unknown as Messages;
    const before = this.#no;
    for (; this.#seq < state.seq; this.#seq++) {
      const message = messages.get(String(this.#seq + 1));
      if (message) this.#saw(message);
    }
    if (this.#no !== before) recorder.count('delivered bytes', bytes);
    if (state.lastNo !== this.#no) {
      recorder.fault('action lost', `message ${state.lastNo} of ${this.#ledger.conversation} did not come`);
      this.#no = state.lastNo;
    }
    this.#tellRead();
  }

  #saw(message: WireMessage): void {
    const { recorder } = this.#world;
    recorder.count('deliveries');
    if (message.no !== this.#no + 1)
      recorder.fault('doubled or out of order', `message ${message.no} after ${this.#no}`);
    this.#no = message.no;
    this.#sum = summed(this.#sum, message);
    const mark = markOf(message.text);
    if (!mark) return;
    recorder.took('message seen', wallMs() - mark.dueAt);
    if (mark.count <= (this.#counts.get(mark.writer) ?? 0))
      recorder.fault('doubled or out of order', `message ${mark.count} of writer ${mark.writer}`);
    this.#counts.set(mark.writer, mark.count);
  }

  #tellRead(): void {
    const now = performance.now();
    if (!this.#inbox || now < this.#nextTellAt || this.#no === this.#toldNo) return;
    this.#nextTellAt = now + calmMs(this.#no - this.#toldNo);
    this.#toldNo = this.#no;
    this.#room.ask('read', { no: this.#no }, () => {});
  }
}
