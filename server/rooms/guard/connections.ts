import type { Client } from '@colyseus/core';
import { CLOSE } from '../../../shared/protocol/codes.ts';
import type { GuardedSocket } from './guarded-socket.ts';
import type { ChangedPerson, Member } from './member.ts';
import { closeSocket, type Screening } from './screening.ts';

/** What the sockets of a person are kept under; those of a screen apart: it has nothing of what its person has here. */
const screenKey = (person: string): string => `screen ${person}`;
const keyOf = ({ person, isScreen }: Member): string => (isScreen ? screenKey(person.id) : person.id);

/** The rooms of this process with a socket. */
const OPEN = new Set<Connections>();

/** Who is connected to one room: the sockets of each person, oldest first. */
export class Connections {
  readonly #screening: Screening;
  readonly #sockets = new Map<string, readonly Client[]>();
  /** Which of their keys are of screens. */
  readonly #screens = new Set<string>();

  constructor(screening: Screening) {
    this.#screening = screening;
  }

  /** A socket of somebody is let in. Of more than `most` of one person the oldest are closed. */
  add(client: Client, member: Member, most: number): GuardedSocket {
    const socket = this.#screening.add(client, member);
    const key = keyOf(member);
    const mine = [...this.socketsOf(key), client];
    for (const older of mine.splice(0, mine.length - most)) closeSocket(older, CLOSE.takenOver, 'taken_over');
    this.#sockets.set(key, mine);
    if (member.isScreen) this.#screens.add(key);
    OPEN.add(this);
    return socket;
  }

  /** A socket is gone. @returns who has none any more now, if it was the last one of somebody */
  remove(client: Client): Member | null {
    const socket = this.#screening.of(client);
    socket?.stopWaiting();
    if (!socket) return null;
    const key = keyOf(socket.member);
    const before = this.socketsOf(key);
    const left = before.filter((other) => other !== client);
    if (left.length === before.length) return null;
    if (left.length > 0) {
      this.#sockets.set(key, left);
      return null;
    }
    this.#sockets.delete(key);
    this.#screens.delete(key);
    if (this.#sockets.size === 0) OPEN.delete(this);
    return socket.member;
  }

  /** Who holds a socket of this room. */
  memberOf(client: Client): Member {
    return this.#of(client).member;
  }

  socketsOf(person: string): readonly Client[] {
    return this.#sockets.get(person) ?? [];
  }

  /** The sockets of a person, those of their screens included. */
  allOf(person: string): readonly Client[] {
    return [...this.socketsOf(person), ...this.socketsOf(screenKey(person))];
  }

  /** Everybody with a socket, screens aside. */
  people(): string[] {
    return [...this.#sockets.keys()].filter((key) => !this.#screens.has(key));
  }

  /** How many people that are. */
  get size(): number {
    return this.#sockets.size - this.#screens.size;
  }

  /** From now on a person has another name or marker. */
  update({ isNamed, ...person }: ChangedPerson): void {
    for (const client of this.socketsOf(person.id)) {
      const socket = this.#of(client);
      socket.member = { ...socket.member, person, isNamed };
    }
  }

  /** Closes sockets with a code; whoever held them sees nothing more from now on. */
  close(isMeant: (member: Member) => boolean, code: number, reason?: string): void {
    for (const client of this.#clients()) {
      if (isMeant(this.memberOf(client))) closeSocket(client, code, reason);
    }
  }

  /** Sends a message to every socket. */
  tell(type: string, message: object): void {
    for (const client of this.#clients()) client.send(type, message);
  }

  /** The session behind each socket. */
  *sessions(): Generator<Pick<Member, 'person' | 'session'>> {
    for (const client of this.#clients()) yield this.memberOf(client);
  }

  #clients(): Client[] {
    return [...this.#sockets.values()].flat();
  }

  #of(client: Client): GuardedSocket {
    const socket = this.#screening.of(client);
    if (!socket) throw new Error('not a connection of this room');
    return socket;
  }
}

/** The sessions with a socket in any room of this process, by person. */
export function openSessions(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const room of OPEN) {
    for (const { person, session } of room.sessions()) {
      found.set(person.id, (found.get(person.id) ?? new Set()).add(session));
    }
  }
  return found;
}

/** How many people have a socket in any room of this process; somebody in two rooms is one. */
export function openPeople(): number {
  const people = new Set<string>();
  for (const room of OPEN) for (const person of room.people()) people.add(person);
  return people.size;
}

/** Closes the sockets of whoever is signed out, in every room of this process. */
export function signOut(isOut: (member: Member) => boolean): void {
  for (const room of OPEN) room.close(isOut, CLOSE.signedOut, 'signed_out');
}

/** Sends a message to every socket in every room of this process. */
export function tellEverybody(type: string, message: object): void {
  for (const room of OPEN) room.tell(type, message);
}
