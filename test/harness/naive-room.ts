import { type Client, Room } from '@colyseus/core';
import { type SchemaType, StateView, schema, t } from '@colyseus/schema';
import { z } from 'zod';
import type { Member } from '../../server/rooms/guard/member.ts';
import { SafeRoom, type SafeRoomPorts } from '../../server/rooms/guard/SafeRoom.ts';
import { ok } from '../../shared/core/result.ts';

/** The name both rooms are defined under. */
export const ROOM = 'naive';
/** On plain Colyseus only: a room that limits messages and holds seats. */
export const HOLDING = 'holding';
/** Stands in the hidden part of a state: no socket of anybody else may ever carry it. */
export const CANARY = 'SECRET-HAND';
/** What an error inside says; it must stay inside. */
export const INSIDE = 'connect ECONNREFUSED mongodb://app:hunter2@10.0.0.7';

const Hand = schema({ cards: t.string().default('') }, 'Hand');
const NaiveState = schema(
  { tick: t.uint32().default(0), text: t.string().default(''), hand: t.ref(Hand).view().optional() },
  'NaiveState',
);
type NaiveState = SchemaType<typeof NaiveState>;

/** How many messages reached a handler. */
export const counts = { handled: 0 };

/** The things that a room of a beginner does. Both rooms call them in the same way. */
function misbehave(room: Room, client: Client, type: string, payload: unknown): unknown {
  counts.handled++;
  const message = payload as { name?: string; bytes?: number; text?: string };
  switch (type) {
    case 'rename':
      return message.name!.trim();
    case 'later':
      return Promise.resolve().then(() => message.name!.trim());
    case 'fail':
      throw new Error(INSIDE);
    case 'echo':
      client.send('echo', payload);
      return null;
    case 'shout':
      room.broadcast('shout', 'x'.repeat(message.bytes ?? 0));
      return null;
    case 'stray':
      void Promise.reject(new Error(INSIDE));
      setTimeout(() => {
        throw new Error(INSIDE);
      });
      return null;
    case 'hold':
      hold(room, client);
      return null;
    case 'deal':
      deal(room, message.bytes ?? 0);
      return null;
    default:
      return null;
  }
}

/** Shows the hidden hand to one client only. */
function hold(room: Room, client: Client): void {
  const state = room.state as NaiveState;
  state.hand = new Hand();
  client.view = new StateView();
  client.view.add(state.hand);
}

/**
 * Changes public and hidden state, as a game does. Long and short public parts take turns, so that hidden bytes come to
 * stand where public ones were.
 */
function deal(room: Room, times: number): void {
  const state = room.state as NaiveState;
  for (let i = 0; i < times; i++) {
    state.tick++;
    state.text = `public ${state.tick} ${'p'.repeat(i % 2 === 0 ? 3_000 : 10)}`;
    if (state.hand) state.hand.cards = `${CANARY} ${state.tick} ${'s'.repeat(2_000)}`;
    room.broadcastPatch();
  }
}

const TYPES = ['rename', 'later', 'fail', 'echo', 'shout', 'stray', 'hold', 'deal'] as const;

/** The room as Colyseus has it, without any care. */
export class PlainRoom extends Room {
  override state = new NaiveState();
  override autoDispose = false;
  override maxClients = 8;

  override onCreate(options: { max?: number }): void {
    if (options.max) this.maxClients = options.max;
    for (const type of TYPES)
      this.onMessage(type, (client, payload) => misbehave(this, client, type, payload));
  }

  override onJoin(_client: Client, options: { explode?: boolean }): void {
    if (options?.explode) throw new Error(INSIDE);
  }
}

/** The framework's own limit of messages, together with the way its manual shows to wait for who comes back. */
export class HoldingRoom extends PlainRoom {
  override maxMessagesPerSecond = 50;

  override async onDrop(client: Client): Promise<void> {
    await this.allowReconnection(client, 10);
  }
}

/** The same room on the product's base class. The schema lets everything through on purpose. */
export const guardedRoom = (ports: SafeRoomPorts) =>
  class GuardedRoom extends SafeRoom<NaiveState> {
    override autoDispose = false;
    override maxClients = 8;

    constructor() {
      super(ports);
    }

    override async onOpen(options: { max?: number }): Promise<void> {
      this.state = new NaiveState();
      if (options.max) this.maxClients = options.max;
      for (const type of TYPES)
        this.handle(type, z.unknown(), async (client, payload) =>
          ok(await misbehave(this, client, type, payload)),
        );
    }

    override async onEnter(_client: Client, member: Member): Promise<void> {
      if (member.person.name === 'Explode') throw new Error(INSIDE);
    }

    override async onExit(): Promise<void> {}
    override async onEnd(): Promise<void> {}
  };
