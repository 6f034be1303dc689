import type { Client } from '@colyseus/core';
import type { ConversationKind, ConversationState as Folded } from '../../../../shared/chat/types.ts';
import { playerId } from '../../../../shared/core/ids.ts';
import type { Clock } from '../../../../shared/engine/ports.ts';
import type { ChatPerson, Presence } from '../../../../shared/protocol/chat-wire.ts';
import { showMember, showName } from '../../../schema/conversation-mirror.ts';
import type { ConversationState } from '../../../schema/conversation-state.ts';
import type { People } from '../people.ts';
import { type NamesPort, ShownNames } from './shown-names.ts';

/** How long somebody is shown as writing after a sign of it, ms. */
const TYPING_MS = 6_000;
/** Signs of writing of one person closer than this count as one, ms. */
const TYPING_EVERY_MS = 3_000;
/** People whose names are remembered, at most; then only those who are shown. */
const MAX_NAMES = 5_000;

interface Face {
  readonly name: string;
  readonly marker: number;
}

interface Known extends Face {
  readonly id: string;
}

interface Attendee extends Face {
  readonly sockets: Map<Client, Presence>;
  readNo: number;
}

interface Typist {
  readonly since: number;
  readonly stop: () => void;
}

const isPrivate = (kind: ConversationKind | null): boolean => kind === 'direct' || kind === 'group';

export interface AttendancePorts {
  readonly people: People;
  readonly names: NamesPort;
  readonly clock: Clock;
}

/**
 * Who is shown in a conversation, and as what: whoever is here, wrote one of the newest messages, or (in private) belongs
 * to it. Nothing of this is stored but how far people read.
 */
export class Attendance {
  readonly #state: ConversationState;
  readonly #ports: AttendancePorts;
  readonly #onChange: () => void;
  readonly #here = new Map<string, Attendee>();
  readonly #readNos = new Map<string, number>();
  readonly #typists = new Map<string, Typist>();
  /** Names and markers that were taken meanwhile. */
  readonly #faces = new Map<string, Face>();
  readonly #names: ShownNames;
  /** People as the table shows them whose talk this is. */
  #seats: ReadonlyMap<string, Face> = new Map();
  #folded: Folded | null = null;
  #isApart = false;
  /** Who knows a secret now: nothing that they do here may be seen, and nobody's coming and going. */
  #keeper: Known | null = null;

  constructor(state: ConversationState, ports: AttendancePorts, onChange: () => void) {
    this.#state = state;
    this.#ports = ports;
    this.#names = new ShownNames(ports.names.looksOf);
    this.#onChange = onChange;
  }

  /** Shows who belongs to a conversation that was just opened. */
  async fill(folded: Folded): Promise<void> {
    this.#folded = folded;
    const authors = [...this.#state.messages.values()].map((message) => message.author);
    // Who belongs to it longest keeps a name that another one has, too.
    await this.#introduce([...new Set([...this.#lasting(), ...authors])]);
  }

  enter(client: Client, { id, name, marker }: Known, readNo: number): void {
    const sockets = this.#here.get(id)?.sockets ?? new Map<Client, Presence>();
    sockets.set(client, 'online');
    this.#here.set(id, { name, marker, sockets, readNo });
    this.#readNos.set(id, Math.max(readNo, this.readNoOf(id)));
    // Who comes new among guessers has a name there: they may write.
    const isNews = id !== this.#keeper?.id && !this.#state.members.has(id);
    if (this.#keeper === null || isNews) this.#show(id);
  }

  /** People as they are shown at a table from now on, bots among them: so they are shown here. */
  sit(seats: readonly Known[]): void {
    const before = this.#seats;
    this.#seats = new Map(seats.map((seat) => [seat.id, seat]));
    for (const { id, name } of seats) this.#showNames([id, ...this.#names.give(id, name)]);
    if (this.#keeper !== null) return;
    for (const id of before.keys()) if (this.#state.members.has(id) && !this.#seats.has(id)) this.#show(id);
  }

  /**
   * While somebody has a secret all stay as they are shown, as far as they do it themselves: names, markers, who is here,
   * who writes. When that ends, everybody is shown as they are.
   * @param keeper who knows a secret from now on, as they are shown meanwhile, or null
   */
  hold(keeper: Known | null, folded: Folded): void {
    this.#folded = folded;
    const before = this.#keeper;
    if (keeper?.id === before?.id) return;
    this.#keeper = keeper;
    if (before !== null) {
      this.#showAll();
      if (this.#state.members.has(before.id)) void this.#introduce([before.id]);
    }
    if (keeper !== null) for (const id of [...this.#typists.keys()]) this.#stopTyping(id);
  }

  /** A socket is gone. */
  drop(client: Client): void {
    for (const [id, attendee] of this.#here) {
      if (attendee.sockets.delete(client) && this.#keeper === null) this.#show(id);
    }
  }

  /** The last socket of a person is gone. */
  exit(id: string, folded: Folded): void {
    this.#folded = folded;
    this.#here.delete(id);
    this.#stopTyping(id);
    // Nobody is shown how far others read in a crowd, and its passers-by are many.
    if (!isPrivate(folded.kind)) this.#readNos.delete(id);
    if (this.#keeper !== null) return;
    if (this.#isShown(id)) this.#show(id);
    else this.#hide(id);
  }

  present(client: Client, presence: Presence): void {
    for (const [id, { sockets }] of this.#here) {
      if (!sockets.has(client)) continue;
      sockets.set(client, presence);
      if (this.#keeper === null) this.#show(id);
    }
  }

  /** Whether the two people of a direct talk see nothing of what the other one does, because one blocked the other. */
  set isApart(isApart: boolean) {
    if (isApart === this.#isApart) return;
    this.#isApart = isApart;
    for (const id of [...this.#typists.keys()]) this.#stopTyping(id);
    for (const id of [...this.#state.members.keys()]) this.#show(id);
  }

  typing(id: string): void {
    if (this.#isApart || this.#keeper !== null) return;
    const { clock } = this.#ports;
    const now = clock.now();
    const typist = this.#typists.get(id);
    if (typist && now - typist.since < TYPING_EVERY_MS) return;
    typist?.stop();
    this.#typists.set(id, {
      since: now,
      stop: clock.setTimer(now + TYPING_MS, () => this.#stopTyping(id)),
    });
    if (this.#state.typing.has(id)) return;
    this.#state.typing.set(id, true);
    this.#onChange();
  }

  /** Somebody read up to message number `no`. False when that is nothing new. */
  read(id: string, no: number, kind: ConversationKind | null): boolean {
    if (no <= this.readNoOf(id)) return false;
    this.#readNos.set(id, no);
    if (isPrivate(kind)) this.#show(id);
    return true;
  }

  readNoOf(id: string): number {
    return this.#readNos.get(id) ?? 0;
  }

  /** Somebody's message came into the window, and perhaps another one went out of it. */
  wrote(author: string, folded: Folded): void {
    this.#folded = folded;
    this.#stopTyping(author);
    if (!this.#state.members.has(author)) void this.#introduce([author]);
    if (this.#keeper !== null) return;
    for (const id of [...this.#state.members.keys()]) if (!this.#isShown(id)) this.#hide(id);
  }

  /** Somebody has another name or marker. */
  renamed({ id, name, marker }: Known): void {
    const here = this.#here.get(id);
    if (here) this.#here.set(id, { ...here, name, marker });
    if (!this.#state.members.has(id)) {
      // A name that was given up is free again.
      if (this.#keeper === null && this.#names.of(id) !== undefined) this.#showNames(this.#call(id, name));
      return;
    }
    if (this.#keeper !== null) {
      this.#faces.set(id, { name, marker });
      return;
    }
    this.#write(id, { name, marker });
    // An account may have been made of the name.
    void this.#settle(id);
    this.#onChange();
  }

  /** What somebody is called here while that is more than their name; else `''`. */
  numberedNameOf(id: string): string {
    return this.#names.isNumbered(id) ? (this.#names.of(id) ?? '') : '';
  }

  /** People as they are shown here, also those who are not here any more. */
  async called(ids: readonly string[]): Promise<ChatPerson[]> {
    const people = await this.#ports.people.byIds(ids);
    const fresh: string[] = [];
    for (const { id, name, isGone } of people) {
      const stays = this.#here.has(id) || (this.#keeper !== null && this.#names.of(id) !== undefined);
      if (isGone || stays) continue;
      const changed = this.#call(id, name);
      this.#showNames(changed);
      if (changed.includes(id)) fresh.push(id);
    }
    if (this.#names.size > MAX_NAMES) this.#names.trim((id) => this.#isNeeded(id) || ids.includes(id));
    await Promise.all(fresh.map((id) => this.#settle(id)));
    return people.map((person) => {
      if (person.isGone) return person;
      const { id } = person;
      const { marker } = this.#seats.get(id) ?? this.#state.members.get(id) ?? person;
      return { ...person, marker, name: this.#names.of(id) ?? person.name };
    });
  }

  /** Role or standing of somebody changed. */
  changed(id: string, folded: Folded): void {
    this.#folded = folded;
    if (id === this.#keeper?.id) return;
    if (!this.#isShown(id)) this.#hide(id);
    else if (this.#state.members.has(id)) this.#show(id);
    else void this.#introduce([id]);
  }

  close(): void {
    for (const { stop } of this.#typists.values()) stop();
  }

  async #introduce(ids: readonly string[]): Promise<void> {
    const people = new Map((await this.#ports.people.byIds(ids)).map((person) => [person.id, person]));
    for (const id of ids) {
      const person = people.get(id);
      if (person && !this.#here.has(id)) this.#write(id, person);
    }
    this.#onChange();
  }

  #showAll(): void {
    for (const id of new Set([...this.#state.members.keys(), ...this.#here.keys()])) {
      if (this.#isShown(id)) this.#show(id);
      else this.#hide(id);
    }
    this.#faces.clear();
  }

  #show(id: string): void {
    const here = this.#here.get(id);
    const face = here ?? this.#faces.get(id) ?? this.#last(id);
    if (!face) return;
    this.#write(id, face);
    this.#onChange();
  }

  /** As what somebody is shown, by the name that they have themselves. */
  #last(id: string): Face | null {
    const known = this.#state.members.get(id);
    return known ? { name: this.#names.ownOf(id) ?? known.name, marker: known.marker } : null;
  }

  #write(id: string, { name: own, marker: wanted }: Face): void {
    const changed = this.#call(id, own);
    const name = this.#names.of(id) ?? own;
    const { marker } = this.#seats.get(id) ?? { marker: wanted };
    const role = this.#folded?.members.get(playerId(id))?.role ?? 'member';
    const isShownReading = isPrivate(this.#folded?.kind ?? null) && !this.#isApart;
    const readNo = isShownReading ? this.readNoOf(id) : 0;
    showMember(this.#state, id, { name, marker, role, presence: this.#presenceOf(id), readNo });
    this.#showNames(changed);
    if (changed.includes(id)) void this.#settle(id);
    if (this.#names.size > MAX_NAMES) this.#names.trim((each) => this.#isNeeded(each));
  }

  /** Takes in what somebody is called, unless a table says so. Returns who is shown under another name. */
  #call(id: string, name: string): readonly string[] {
    return this.#seats.has(id) || name === '' ? [] : this.#names.put(id, name);
  }

  /** Whoever got a number behind the name gets it alone when it is that of their account. */
  async #settle(id: string): Promise<void> {
    const name = this.#names.ownOf(id);
    if (name === undefined || !this.#names.isNumbered(id)) return;
    const holder = await this.#ports.names.holderOf(name).catch(() => null);
    if (holder === id && this.#names.ownOf(id) === name) this.#showNames(this.#names.prefer(id));
  }

  #showNames(ids: readonly string[]): void {
    for (const id of ids) {
      const name = this.#names.of(id);
      if (name !== undefined && showName(this.#state, id, name, this.#seats.get(id)?.marker))
        this.#onChange();
    }
  }

  #isNeeded(id: string): boolean {
    return this.#seats.has(id) || this.#here.has(id) || this.#state.members.has(id);
  }

  #hide(id: string): void {
    if (this.#state.members.delete(id)) this.#onChange();
  }

  #presenceOf(id: string): Presence | 'offline' {
    if (this.#isApart) return 'offline';
    const all = [...(this.#here.get(id)?.sockets.values() ?? [])];
    return (['online', 'playing', 'away'] as const).find((each) => all.includes(each)) ?? 'offline';
  }

  #isShown(id: string): boolean {
    if (this.#here.has(id) || this.#lasting().has(id)) return true;
    for (const message of this.#state.messages.values()) if (message.author === id) return true;
    return false;
  }

  /** Whoever is shown without being here. */
  #lasting(): Set<string> {
    if (!this.#folded || !isPrivate(this.#folded.kind)) return new Set();
    return new Set(
      [...this.#folded.members.values()].filter((m) => m.standing === 'active').map((m) => m.id),
    );
  }

  #stopTyping(id: string): void {
    this.#typists.get(id)?.stop();
    this.#typists.delete(id);
    if (this.#state.typing.delete(id)) this.#onChange();
  }
}
