import type { Client } from '@colyseus/core';
import type { ConversationKind, ConversationState as Folded } from '../../../../shared/chat/types.ts';
import { playerId } from '../../../../shared/core/ids.ts';
import type { Clock } from '../../../../shared/engine/ports.ts';
import type { ChatPerson, Presence } from '../../../../shared/protocol/chat-wire.ts';
import { showMember } from '../../../schema/conversation-mirror.ts';
import type { ConversationState } from '../../../schema/conversation-state.ts';
import type { People } from '../people.ts';
import { type Face, type Known, NamesHere } from './names-here.ts';
import type { NamesPort } from './shown-names.ts';
import { Typists } from './typists.ts';

interface Attendee extends Face {
  readonly sockets: Map<Client, Presence>;
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
  readonly names: NamesHere;
  readonly #state: ConversationState;
  readonly #ports: AttendancePorts;
  readonly #onChange: () => void;
  readonly #here = new Map<string, Attendee>();
  readonly #readNos = new Map<string, number>();
  readonly #typists: Typists;
  /** Names and markers that were taken and are not shown yet. */
  readonly #taken = new Map<string, Face>();
  #folded: Folded | null = null;
  #isApart = false;
  /** Nothing that people do is shown by itself, but when `settle` says so. */
  #isStill = false;
  /** Whether somebody knows a secret now: nothing that they do may be seen, and nobody's coming and going. */
  #isSilent: ((id: string) => boolean) | null = null;
  /** Only those are shown who wrote one of the newest messages, and of nobody what they do. */
  #isCrowd = false;

  constructor(state: ConversationState, ports: AttendancePorts, onChange: () => void) {
    this.#state = state;
    this.#ports = ports;
    this.#onChange = onChange;
    this.names = new NamesHere(state, ports.names, onChange);
    this.#typists = new Typists(state, ports.clock, onChange);
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
    this.#here.set(id, { name, marker, sockets });
    this.#readNos.set(id, Math.max(readNo, this.readNoOf(id)));
    if (!this.#isStill) this.#show(id);
  }

  /** People as they are shown at a table from now on, bots among them: so they are shown here. */
  sit(seats: readonly Known[]): void {
    const left = this.names.sit(seats);
    if (!this.#isStill) for (const id of left) if (this.#state.members.has(id)) this.#show(id);
  }

  /**
   * From now on all stay as they are shown, as far as they do it themselves: names, markers, who is here, who writes. Each
   * change is shown by `settle`.
   * @param isSilent whether somebody knows a secret now; null while nobody does
   */
  still(isSilent: ((id: string) => boolean) | null): void {
    this.#isStill = true;
    if (isSilent !== null && this.#isSilent === null) this.#typists.hideAll();
    this.#isSilent = isSilent;
  }

  /** There are no secrets here: what people do is shown at once. */
  move(): void {
    if (!this.#isStill) return;
    [this.#isStill, this.#isSilent] = [false, null];
    this.#showAll();
  }

  /** Shows everybody as they are now; while there is a secret only who is new and does not know it: they may write. */
  settle(): void {
    if (!this.#isStill) return;
    if (this.#isSilent === null) this.#showAll();
    else
      for (const id of this.#here.keys())
        if (!this.#state.members.has(id) && !this.#isSilent(id)) this.#show(id);
  }

  /** A socket is gone. */
  drop(client: Client): void {
    for (const [id, { sockets }] of this.#here) {
      if (sockets.delete(client) && !this.#isStill) this.#show(id);
    }
  }

  /** The last socket of a person is gone. */
  exit(id: string, folded: Folded): void {
    this.#folded = folded;
    this.#here.delete(id);
    // Nobody is shown how far others read in a crowd, and its passers-by are many.
    if (!isPrivate(folded.kind)) this.#readNos.delete(id);
    if (this.#isStill) return;
    this.#typists.hide(id);
    if (this.#isShown(id)) this.#show(id);
    else this.#hide(id);
  }

  present(client: Client, presence: Presence): void {
    for (const [id, { sockets }] of this.#here) {
      if (!sockets.has(client)) continue;
      sockets.set(client, presence);
      if (!this.#isStill) this.#show(id);
    }
  }

  /** Whether the two people of a direct talk see nothing of what the other one does, because one blocked the other. */
  set isApart(isApart: boolean) {
    if (isApart === this.#isApart) return;
    this.#isApart = isApart;
    this.#typists.hideAll();
    for (const id of [...this.#state.members.keys()]) this.#show(id);
  }

  /** Whether there are so many people here that they are only counted. */
  set isCrowd(isCrowd: boolean) {
    if (isCrowd === this.#isCrowd) return;
    this.#isCrowd = isCrowd;
    this.#typists.hideAll();
    this.#showAll();
  }

  /** Somebody wrote who is not here, but in a branch. */
  meet({ id, name, marker }: Known): void {
    if (!this.#here.has(id)) this.#write(id, { name, marker });
  }

  /** Somebody who is here gave a sign of writing. */
  typing(id: string): void {
    if (!this.#isApart && !this.#isCrowd && this.#isSilent === null && this.#here.has(id))
      this.#typists.show(id);
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
    this.#typists.hide(author);
    if (this.#here.has(author) && !this.#isStill) this.#show(author);
    else if (!this.#state.members.has(author)) void this.#introduce([author]);
    if (this.#isStill) return;
    this.#hideWhoeverIsNot();
  }

  /** Nobody is shown who is neither here nor wrote one of the messages: each of both is gone through once. */
  #hideWhoeverIsNot(): void {
    const lasting = this.#lasting();
    const authors = new Set<string>();
    for (const { author } of this.#state.messages.values()) authors.add(author);
    for (const id of [...this.#state.members.keys()]) {
      const isHere = this.#here.has(id) && !this.#isCrowd;
      if (!isHere && !lasting.has(id) && !authors.has(id)) this.#hide(id);
    }
  }

  /** Somebody has another name or marker. */
  renamed({ id, name, marker }: Known): void {
    const here = this.#here.get(id);
    if (here) this.#here.set(id, { ...here, name, marker });
    if (!this.#state.members.has(id) && !this.names.isKnown(id)) return;
    if (this.#isStill) this.#taken.set(id, { name, marker });
    else this.#take(id, { name, marker });
  }

  /** People as they are shown here, also those who are not here any more. */
  async called(ids: readonly string[]): Promise<ChatPerson[]> {
    const people = await this.#ports.people.byIds(ids);
    const isKept = (id: string) => this.#here.has(id) || (this.#isStill && this.names.isKnown(id));
    await this.names.callAll(people, isKept);
    this.names.trim((id) => this.#isNeeded(id) || ids.includes(id));
    return people.map((person) => {
      if (person.isGone) return person;
      const marker = this.#state.members.get(person.id)?.marker ?? person.marker;
      return { ...person, ...this.names.shownAs(person.id, { name: person.name, marker }) };
    });
  }

  /** Role or standing of somebody changed. */
  changed(id: string, folded: Folded): void {
    this.#folded = folded;
    if (this.#isSilent?.(id)) return;
    if (!this.#isShown(id)) this.#hide(id);
    else if (this.#state.members.has(id)) this.#show(id);
    else void this.#introduce([id]);
  }

  /** Somebody was forgotten: their messages are nobody's now. */
  erased(id: string, folded: Folded): void {
    this.#folded = folded;
    this.#here.delete(id);
    this.#taken.delete(id);
    this.#typists.hide(id);
    this.#hide(id);
  }

  close(): void {
    this.#typists.hideAll();
  }

  async #introduce(ids: readonly string[]): Promise<void> {
    const people = new Map((await this.#ports.people.byIds(ids)).map((person) => [person.id, person]));
    for (const id of ids) {
      const person = people.get(id);
      if (person && !person.isGone && !this.#here.has(id)) this.#write(id, person);
    }
    this.#onChange();
  }

  #showAll(): void {
    for (const id of new Set([...this.#state.members.keys(), ...this.#here.keys()])) {
      if (!this.#here.has(id)) this.#typists.hide(id);
      if (this.#isShown(id)) this.#show(id);
      else this.#hide(id);
    }
    for (const [id, face] of this.#taken) this.#take(id, face);
    this.#taken.clear();
  }

  #take(id: string, face: Face): void {
    if (!this.#state.members.has(id)) {
      // A name that was given up is free again.
      this.names.call(id, face.name);
      return;
    }
    this.#write(id, face);
    // An account may have been made of the name.
    void this.names.settle(id);
    this.#onChange();
  }

  #show(id: string): void {
    if (this.#isCrowd && !this.#isShown(id)) return;
    const face = this.#here.get(id) ?? this.#taken.get(id) ?? this.#last(id);
    if (!face) return;
    this.#write(id, face);
    this.#onChange();
  }

  /** As what somebody is shown, by the name that they have themselves. */
  #last(id: string): Face | null {
    const known = this.#state.members.get(id);
    return known ? { name: this.names.ownOf(id) ?? known.name, marker: known.marker } : null;
  }

  #write(id: string, own: Face): void {
    const isNew = this.names.call(id, own.name);
    const role = this.#folded?.members.get(playerId(id))?.role ?? 'member';
    const isShownReading = isPrivate(this.#folded?.kind ?? null) && !this.#isApart;
    const readNo = isShownReading ? this.readNoOf(id) : 0;
    const face = this.names.shownAs(id, own);
    showMember(this.#state, id, { ...face, role, presence: this.#presenceOf(id), readNo });
    if (isNew) void this.names.settle(id);
    this.names.trim((each) => this.#isNeeded(each));
  }

  #isNeeded(id: string): boolean {
    return this.#here.has(id) || this.#state.members.has(id);
  }

  #hide(id: string): void {
    if (this.#state.members.delete(id)) this.#onChange();
  }

  #presenceOf(id: string): Presence | 'offline' {
    if (this.#isApart || this.#isCrowd) return 'offline';
    const all = [...(this.#here.get(id)?.sockets.values() ?? [])];
    return (['online', 'playing', 'away'] as const).find((each) => all.includes(each)) ?? 'offline';
  }

  #isShown(id: string): boolean {
    if ((this.#here.has(id) && !this.#isCrowd) || this.#lasting().has(id)) return true;
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
}
