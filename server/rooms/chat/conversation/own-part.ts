import type { Client } from '@colyseus/core';
import type { ConversationState } from '../../../../shared/chat/types.ts';
import { mayRead } from '../../../../shared/chat/views.ts';
import { playerId } from '../../../../shared/core/ids.ts';
import type { Clock } from '../../../../shared/engine/ports.ts';
import type { YouMessage } from '../../../../shared/protocol/chat-wire.ts';
import { CLOSE } from '../../../../shared/protocol/codes.ts';
import type { Member } from '../../guard/member.ts';
import type { Attendance } from './attendance.ts';
import type { Wall } from './wall.ts';

/** How long somebody who left may take to hear that it is done, ms. */
const FAREWELL_MS = 500;

export interface OwnPartPorts {
  readonly clock: Clock;
  readonly attendance: Pick<Attendance, 'readNoOf' | 'changed' | 'erased'>;
  readonly wall: Wall;
  state(): ConversationState;
  memberOf(client: Client): Member;
  socketsOf(person: string): readonly Client[];
  /** Closes the sockets of a person with a code. */
  expel(person: string, code: number): void;
}

/** Tells each socket what part its own person has in a conversation, and shuts out whoever has none any more. */
export class OwnPart {
  readonly #ports: OwnPartPorts;

  constructor(ports: OwnPartPorts) {
    this.#ports = ports;
  }

  tell(client: Client): void {
    const { attendance, wall, memberOf, state } = this.#ports;
    const { person, isNamed } = memberOf(client);
    const member = state().members.get(playerId(person.id));
    client.send('you', {
      id: person.id,
      standing: member?.standing ?? 'none',
      role: member?.role ?? 'member',
      isNamed,
      mutedUntil: member?.mutedUntil ?? 0,
      readNo: attendance.readNoOf(person.id),
      audience: wall.audienceOf(person.id),
    } satisfies YouMessage);
  }

  /** Tells all sockets of a person but one. */
  tellAll(person: string, except: Client | null = null): void {
    for (const client of this.#ports.socketsOf(person)) if (client !== except) this.tell(client);
  }

  /** Role or standing of somebody changed. */
  changed(person: string, state: ConversationState): void {
    this.#ports.attendance.changed(person, state);
    if (mayRead(state, playerId(person))) this.tellAll(person);
    else this.#shutOut(person, state);
  }

  /** Somebody was forgotten, and belongs to nothing any more. */
  erased(person: string, state: ConversationState): void {
    this.#ports.attendance.erased(person, state);
  }

  /** Who leaves shall get the answer before the door closes; who is thrown out need not. */
  #shutOut(person: string, state: ConversationState): void {
    const { clock, expel } = this.#ports;
    const standing = state.members.get(playerId(person))?.standing;
    if (standing === 'left') {
      clock.setTimer(clock.now() + FAREWELL_MS, () => {
        // Who came back meanwhile stays.
        if (!mayRead(this.#ports.state(), playerId(person))) expel(person, CLOSE.gone);
      });
    } else expel(person, standing === 'banned' ? CLOSE.banned : CLOSE.kicked);
  }
}
