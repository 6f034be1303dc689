import { isMuted } from '../../../../shared/chat/state.ts';
import type { ConversationCommand, ConversationState, Message } from '../../../../shared/chat/types.ts';
import { type PlayerId, playerId } from '../../../../shared/core/ids.ts';
import type { Clock, Log } from '../../../../shared/engine/ports.ts';
import type { Topic } from '../../../infra/topics.ts';
import type { Facts } from '../../guard/facts.ts';
import { NotOpened } from '../../guard/not-opened.ts';
import { type Silenced, type TalkInfo, tableTopic } from '../../table-talk.ts';
import { SERVER } from '../speaker.ts';
import type { Attendance } from './attendance.ts';
import { TableLink } from './table-link.ts';
import type { Wall } from './wall.ts';

export interface TalkOfTablePorts {
  readonly clock: Clock;
  readonly log: Log;
  readonly wall: Wall;
  readonly attendance: Attendance;
  readonly facts: Facts<ConversationCommand>;
  /** As of `ChatRoomPorts`. */
  talkInfo(table: string, talk: string, silenced: readonly Silenced[]): Promise<TalkInfo | null>;
  state(): ConversationState;
  /** Called when the table answered, with what everybody may see from now on. */
  onReleased(messages: readonly Message[]): void;
  /** Called when other people are kept apart than before. */
  onParted(): void;
  /** Called when everything that people did may be shown. */
  onSettled(): void;
}

/** Carries over into its talk what a table says: who sits there under which name, who is sent away, who is kept apart. */
export class TalkOfTable {
  readonly #talk: string;
  readonly #ports: TalkOfTablePorts;
  readonly #link: TableLink;
  /** Who may not write, as the table was told last. */
  #told = '[]';
  #apart = '';
  /** Who was let back in, as far as the conversation was told. */
  #letBackIn: ReadonlySet<string> = new Set();
  #remembered: Promise<void> = Promise.resolve();

  constructor(talk: string, table: string, ports: TalkOfTablePorts) {
    this.#talk = talk;
    this.#ports = ports;
    this.#link = new TableLink({
      ...ports,
      ask: () => {
        const silenced = this.#silenced();
        this.#told = JSON.stringify(silenced);
        return ports.talkInfo(table, talk, silenced);
      },
      onAnswer: (info) => this.#take(info),
      onSettled: () => {
        ports.attendance.settle();
        if (!ports.wall.stands) ports.onSettled();
      },
    });
  }

  /** First listens, then asks: nothing is missed in between. A talk whose table does not answer is not opened. */
  async open(listen: <T>(name: Topic<T>, handler: (news: T) => void) => Promise<unknown>): Promise<void> {
    await listen(tableTopic(this.#talk), (seq) => this.#link.hear(seq));
    if (!(await this.#link.isSure())) throw new NotOpened('unavailable');
    await this.#remembered;
  }

  /** Whether it is known who is kept from whom at this moment, by a question that is asked now. */
  isSure(): Promise<boolean> {
    return this.#link.isSure();
  }

  /** Somebody did something that others may see. */
  settle(): void {
    if (this.#link.hasSecrets) void this.#link.settle();
    else this.#ports.onSettled();
  }

  /** Somebody's part here changed. When others may not write than before, the table is asked, and so told, now. */
  tell(): void {
    if (JSON.stringify(this.#silenced()) !== this.#told) void this.#link.settle();
  }

  close(): void {
    this.#link.close();
  }

  #silenced(): Silenced[] {
    const { clock, state } = this.#ports;
    return [...state().members.values()].flatMap((member): Silenced[] => {
      if (member.standing === 'banned') return [{ person: member.id, until: null }];
      return isMuted(member, clock.now()) ? [{ person: member.id, until: member.mutedUntil }] : [];
    });
  }

  #take(info: TalkInfo | null): void {
    const { attendance, wall, onParted, onReleased } = this.#ports;
    const released = wall.put(info?.wall ?? null);
    if (info) attendance.sit(info.seats);
    if (!info?.hasSecrets) attendance.move();
    else attendance.still(wall.stands ? (person) => wall.isSilent(person) : null);
    const apart = JSON.stringify(info?.wall ?? null);
    if (apart !== this.#apart) onParted();
    this.#apart = apart;
    onReleased(released);
    if (info) this.#remembered = this.#tellFacts(info);
  }

  /** What the conversation itself has to remember of the table. */
  async #tellFacts({ members, banned, letBackIn }: TalkInfo): Promise<void> {
    const { facts, state } = this.#ports;
    const isBanned = (person: PlayerId) => state().members.get(person)?.standing === 'banned';
    // What somebody else banned is not the table's to lift.
    const isOwnBan = (person: PlayerId) =>
      isBanned(person) && (state().members.get(person)?.bannedBy ?? SERVER.id) === SERVER.id;
    const told = banned
      .map(playerId)
      .map((person) =>
        facts.tell(`ban ${person}`, () => (isBanned(person) ? null : { type: 'ban', by: SERVER, person })),
      );
    const free = letBackIn.filter((id) => !this.#letBackIn.has(id)).map(playerId);
    this.#letBackIn = new Set(letBackIn);
    for (const person of free)
      told.push(
        // The same fact as the ban that it lifts: what is true last counts.
        facts.tell(`ban ${person}`, () => (isOwnBan(person) ? { type: 'unban', by: SERVER, person } : null)),
      );
    if (members !== null) told.push(facts.tell('seat', () => this.#seating(members)));
    await Promise.all(told);
  }

  /** Who takes part by sitting at the table, when that is news to the conversation. */
  #seating(members: readonly string[]): ConversationCommand | null {
    const known = this.#ports.state().members;
    const wanted = members.map(playerId).filter((id) => known.get(id)?.standing !== 'banned');
    const seated = [...known.values()].filter(({ standing }) => standing === 'active');
    const isSame = seated.length === wanted.length && seated.every(({ id }) => wanted.includes(id));
    return isSame ? null : { type: 'seat', members: wanted };
  }
}
