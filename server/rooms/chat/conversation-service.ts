import { createHash } from 'node:crypto';
import { nanoid } from 'nanoid';
import type { Audience } from '../../../shared/chat/audience.ts';
import { cleanLine } from '../../../shared/chat/text.ts';
import type { ConversationCommand } from '../../../shared/chat/types.ts';
import { err, ok, type Result } from '../../../shared/core/result.ts';
import type { Rejection } from '../../../shared/core/rules.ts';
import type { Clock, Log } from '../../../shared/engine/ports.ts';
import type { ChatPerson, LobbyRow } from '../../../shared/protocol/chat-wire.ts';
import type { CommandReply } from '../../../shared/protocol/codes.ts';
import type { Reservation } from '../../../shared/protocol/http.ts';
import { nameOf } from '../../directory/directory.ts';
import type { Member, Visitor } from '../guard/member.ts';
import type { RoomPlan } from '../guard/room-plan.ts';
import type { Answer, Rooms } from '../guard/rooms.ts';
import { tableKey, talkOf } from '../table-talk.ts';
import { BRANCH, branchId, type LobbyNews } from './branch/branch-news.ts';
import type { ChatRoomSetup } from './conversation/chat-room-ports.ts';
import { INBOX, inboxRoomId } from './inbox/InboxRoom.ts';
import type { People } from './people.ts';
import { membershipsOf } from './records/memberships.ts';
import { type ChatRecords, type ConversationSetup, ownerOf } from './records/records.ts';
import type { Relations } from './relations.ts';
import { speakerOf } from './speaker.ts';
import { STARTER_LOBBIES, starterOf } from './starter-lobbies.ts';

/** The name the room class is defined under. */
export const CHAT = 'chat';
/** Characters of a seat ticket: 132 random bits. */
const TICKET_LENGTH = 22;
/** Public lobbies that one person may own. */
const MAX_OWN_LOBBIES = 5;
/** Lobbies that one look into the directory reads. */
const MAX_LISTED = 300;

interface ConversationServicePorts {
  /** From how many people on a lobby is a crowd. */
  readonly crowdPeople: number;
  readonly rooms: Rooms;
  readonly records: ChatRecords;
  readonly relations: Relations;
  readonly people: People;
  readonly clock: Clock;
  readonly log: Log;
  isRude(text: string): boolean;
}

const PLAIN = { title: '', topic: '', language: '', slowModeSeconds: 0, hasWordFilter: false };

/** Finds, makes and opens conversations, on whichever process they live. All may reject with `Unavailable`. */
export class ConversationService {
  readonly #ports: ConversationServicePorts;

  constructor(ports: ConversationServicePorts) {
    this.#ports = ports;
  }

  /** Makes sure that there is a lobby with this name; it belongs to nobody. */
  async ensureLobby(name: string, title: string, topic: string): Promise<void> {
    await this.#add(`lobby-${name}`, {
      kind: 'public',
      members: [],
      trusted: [],
      settings: { ...PLAIN, title, topic, hasWordFilter: true },
      createdAt: this.#ports.clock.now(),
    });
  }

  /** Refusals: `needs_name`, `empty_text`, `rude_words`, `too_many_lobbies`, `lobby_taken`. */
  async createLobby(
    by: Visitor,
    lobby: { name: string; title: string; topic: string; language: string },
  ): Promise<Result<{ conversation: string }, Rejection>> {
    if (!by.isNamed) return err({ code: 'needs_name' });
    const [title, topic] = [cleanLine(lobby.title), cleanLine(lobby.topic)];
    if (title === '') return err({ code: 'empty_text' });
    if (this.#ports.isRude(`${title} ${topic}`)) return err({ code: 'rude_words' });
    const mine = await membershipsOf(this.#ports.records, by.person.id, ['']);
    const owned = [...mine.values()].filter(
      ({ conversation, role }) => role === 'owner' && conversation.startsWith('lobby-'),
    );
    if (owned.length >= MAX_OWN_LOBBIES) return err({ code: 'too_many_lobbies' });
    const { name, language } = lobby;
    if (starterOf(`lobby-${name}`)) return err({ code: 'lobby_taken' });
    const isNew = await this.#add(`lobby-${name}`, {
      kind: 'public',
      members: [by.person.id],
      trusted: [],
      settings: { ...PLAIN, title, topic, language },
      createdAt: this.#ports.clock.now(),
    });
    if (!isNew) return err({ code: 'lobby_taken' });
    await this.#open(`lobby-${name}`);
    return ok({ conversation: `lobby-${name}` });
  }

  /**
   * The talk of two people, made when there is none. Whoever left it, declined it or has not answered takes part by it.
   * Refusals: `no_person`, `blocked`, `needs_name`, `not_open`, `already_asked`, `asked_too_often`.
   */
  async openDirect(by: Visitor, person: string): Promise<Result<{ conversation: string }, Rejection>> {
    const me = by.person.id;
    const known = (await this.#ports.people.byIds([person])).some(
      (each) => each.id === person && !each.isGone,
    );
    if (!known || person === me) return err({ code: 'no_person' });
    const pair = [me, person].sort().join(':');
    const id = `direct-${createHash('sha256').update(pair).digest('base64url').slice(0, 22)}`;
    const { records, relations } = this.#ports;
    if (await records.conversations.get(id)) {
      const mine = await records.members.get(`${id}:${me}`);
      const refusal = mine?.standing === 'active' ? null : await this.#comeBack(by, person, id);
      return refusal ? err(refusal) : ok({ conversation: id });
    }
    const approach = await relations.approach(me, person, null);
    if (!approach.ok) return approach;
    await this.#add(id, {
      kind: 'direct',
      members: [me, person],
      trusted: approach.value.isTrusted ? [person] : [],
      settings: PLAIN,
      createdAt: this.#ports.clock.now(),
    });
    await this.#open(id);
    return ok({ conversation: id });
  }

  /** Takes part in a talk with a person again, or for the first time. */
  async #comeBack(by: Visitor, person: string, id: string): Promise<Rejection | null> {
    const { relations } = this.#ports;
    if (await relations.areApart(by.person.id, person)) return { code: 'blocked' };
    const done = await this.tell(id, { type: 'join', by: speakerOf(by) });
    if (!done.ok && done.error.code !== 'already_member') return done.error;
    await relations.answered(by.person.id, person, false);
    return null;
  }

  /**
   * Who cannot be asked now is left out. Refusals: `needs_name`, `empty_text`, `no_person`; when nobody is left, why.
   */
  async createGroup(
    by: Visitor,
    { title: rawTitle, people }: { title: string; people: readonly string[] },
  ): Promise<Result<{ conversation: string }, Rejection>> {
    if (!by.isNamed) return err({ code: 'needs_name' });
    const title = cleanLine(rawTitle);
    if (title === '') return err({ code: 'empty_text' });
    const me = by.person.id;
    const found = (await this.#ports.people.byIds(people)).filter(({ id, isGone }) => !isGone && id !== me);
    const invited: string[] = [];
    const trusted: string[] = [];
    let refusal: Rejection = { code: 'no_person' };
    for (const { id } of found) {
      const approach = await this.#ports.relations.approach(me, id, null);
      if (!approach.ok) {
        refusal = approach.error;
        continue;
      }
      invited.push(id);
      if (approach.value.isTrusted) trusted.push(id);
    }
    if (invited.length === 0) return err(refusal);
    const id = `group-${nanoid(TICKET_LENGTH)}`;
    await this.#add(id, {
      kind: 'group',
      members: [me, ...invited],
      trusted,
      settings: { ...PLAIN, title },
      createdAt: this.#ports.clock.now(),
    });
    await this.#open(id);
    return ok({ conversation: id });
  }

  /** Reserves a connection. Refusals: `no_conversation`, `request_pending`, `banned`, `not_member`, `busy`. */
  async seat(by: Visitor, id: string): Promise<Result<Reservation, Rejection>> {
    const plan = await this.#seatPlan(id);
    let seat = await this.#seat(plan, by);
    const starter = !seat.ok && seat.error.code === 'no_conversation' ? starterOf(id) : undefined;
    if (starter) {
      await this.ensureLobby(starter.name, starter.title, starter.topic);
      seat = await this.#seat(plan, by);
    }
    // A process that was just told to stop has no branch any more.
    if (!seat.ok && plan.kind === BRANCH && seat.error.code === 'no_conversation')
      seat = await this.#seat(this.#plan(id), by);
    // Whoever does not belong to a private talk shall not learn that there is one.
    if (!seat.ok && seat.error.code === 'not_member') return err({ code: 'no_conversation' });
    return seat;
  }

  /** Reserves a connection to one's own inbox. */
  inboxSeat(by: Visitor): Promise<Result<Reservation, Rejection>> {
    const { id: person } = by.person;
    return this.#seat(
      { kind: INBOX, id: inboxRoomId(person), setup: async () => ({ setup: { person } }) },
      by,
    );
  }

  /** What somebody may read of what was said; null for nothing, or when there is no such conversation. */
  async sightOf(id: string, person: string): Promise<Audience | null> {
    return (await this.#ask<Audience | null>(id, 'sightOf', [person]))?.value ?? null;
  }

  /** People as they are shown in a conversation. */
  async peopleIn(id: string, people: readonly string[]): Promise<ChatPerson[]> {
    return (await this.#ask<ChatPerson[]>(id, 'peopleOf', [people]))?.value ?? [];
  }

  /** Answers a request without coming in; `block` is for whoever asked. Refusals: `no_conversation`, `not_asked`. */
  async answer(
    by: Visitor,
    id: string,
    answer: 'accept' | 'decline' | 'block',
  ): Promise<Result<null, Rejection>> {
    const { records, relations } = this.#ports;
    const me = by.person.id;
    const member = await records.members.get(`${id}:${me}`);
    if (!member) return err({ code: 'no_conversation' });
    const asker =
      member.standing === 'asked'
        ? member.by || (await records.conversations.get(id))?.members.find((each) => each !== me)
        : undefined;
    if (answer === 'block' && asker) await relations.block(me, asker, true);
    const type = answer === 'accept' ? 'accept' : 'decline';
    const done = await this.tell(id, { type, by: speakerOf(by) });
    if (done.ok && asker) await relations.answered(me, asker, type === 'decline');
    return done;
  }

  /** The talk of a new table. */
  async addTalk({ matchId, code, name }: { matchId: string; code: string; name: string }): Promise<void> {
    await this.#add(talkOf(matchId), {
      kind: 'table',
      members: [],
      trusted: [],
      settings: { ...PLAIN, title: name, hasWordFilter: true },
      createdAt: this.#ports.clock.now(),
      table: code,
    });
  }

  /** Forgets the talk of a table that was never opened. */
  async dropTalk({ matchId }: { matchId: string }): Promise<void> {
    await this.#ports.records.conversations.remove(talkOf(matchId));
  }

  /** Whether a conversation is open somewhere now. */
  async isLive(id: string): Promise<boolean> {
    return (await this.#ports.rooms.find(CHAT, [id])).has(id);
  }

  /** Some of those who are in a conversation now. */
  async peopleHere(id: string, limit: number): Promise<ChatPerson[]> {
    const here = await this.#ask<{ id: string }[]>(id, 'peopleHere', [limit]);
    return here ? this.#ports.people.byIds(here.value.map((person) => person.id)) : [];
  }

  /** Ids of those who may not come in any more. */
  async banned(id: string): Promise<string[]> {
    return (await this.#ask<string[]>(id, 'banned', []))?.value ?? [];
  }

  /** Says something for a person who is not in the room. Refused like any command. */
  async tell(id: string, command: ConversationCommand): Promise<Result<null, Rejection>> {
    const asked = await this.#ask<Rejection | null>(id, 'tell', [command]);
    if (!asked) return err({ code: 'no_conversation' });
    return asked.value ? err(asked.value) : ok(null);
  }

  /** The public lobbies: those with people first, then by the last message. */
  async lobbies(search: string): Promise<LobbyRow[]> {
    const { records } = this.#ports;
    const setups = await records.conversations.list('public', { limit: MAX_LISTED });
    const heads = await records.heads.getMany([...setups.keys()]);
    const open = await this.#ports.rooms.find(CHAT, [...setups.keys()]);
    const words = search.toLowerCase().split(/\s+/).filter(Boolean);
    const notYet = STARTER_LOBBIES.map((lobby) => [`lobby-${lobby.name}`, { ...PLAIN, ...lobby }] as const);
    const made = [...setups].map(([conversation, { settings }]) => [conversation, settings] as const);
    return [...made, ...notYet.filter(([conversation]) => !setups.has(conversation))]
      .map(([conversation, { title, topic, language }]) => ({
        conversation,
        name: conversation.slice('lobby-'.length),
        title,
        topic,
        language,
        online: open.get(conversation)?.people ?? 0,
        activeAt: heads.get(conversation)?.at ?? 0,
      }))
      .filter(({ name, title, topic }) => {
        const text = `${name} ${title} ${topic}`.toLowerCase();
        return words.every((word) => text.includes(word));
      })
      .sort((a, b) => b.online - a.online || b.activeAt - a.activeAt || a.name.localeCompare(b.name));
  }

  #add(id: string, setup: ConversationSetup): Promise<boolean> {
    const owner = ownerOf(setup.kind);
    return this.#ports.records.conversations.insert(id, setup, { owner, rank: setup.createdAt });
  }

  /** Says to a lobby that one of its branches is there; null when there is no such lobby. */
  async follow(id: string, branch: string, people: number): Promise<LobbyNews | null> {
    return (await this.#ask<LobbyNews | null>(id, 'follow', [branch, people]))?.value ?? null;
  }

  /** Carries out what somebody in a branch of a lobby wants; null when there is no such lobby. */
  async wish(id: string, by: Member, wish: object): Promise<Result<CommandReply, Rejection> | null> {
    return (await this.#ask<Result<CommandReply, Rejection>>(id, 'wish', [by, wish]))?.value ?? null;
  }

  /** The room that somebody comes into: of a lobby with many people elsewhere the branch of it here. */
  async #seatPlan(id: string): Promise<RoomPlan> {
    const { rooms, crowdPeople } = this.#ports;
    if (!id.startsWith('lobby-') || rooms.isLeaving) return this.#plan(id);
    const found = (await rooms.find(CHAT, [id])).get(id);
    const isElsewhere = found !== undefined && found.process !== rooms.process;
    if (!isElsewhere || found.people < crowdPeople) return this.#plan(id);
    return {
      kind: BRANCH,
      id: branchId(rooms.process, id),
      // It is handed over to nobody: each process has its own.
      setup: async () => (rooms.isLeaving ? null : { setup: { conversation: id } }),
    };
  }

  /** The room of a conversation. */
  #plan(id: string): RoomPlan {
    return {
      kind: CHAT,
      id,
      setup: async () => {
        const setup = await this.#ports.records.conversations.get(id);
        if (!setup) return null;
        const room = { conversation: id, setup } satisfies ChatRoomSetup;
        // With its table, which it asks before whatever is said there is taken.
        return { setup: room, ...(setup.table !== undefined && { beside: tableKey(setup.table) }) };
      },
    };
  }

  #open(id: string): Promise<string | null> {
    return this.#ports.rooms.open(this.#plan(id));
  }

  /** Asks a conversation, which is opened when it sleeps; null when there is no such conversation. */
  #ask<T>(id: string, method: string, args: readonly unknown[]): Promise<Answer<T> | null> {
    return this.#ports.rooms.ask(this.#plan(id), method, args);
  }

  async #seat(plan: RoomPlan, by: Visitor): Promise<Result<Reservation, Rejection>> {
    const sessionId = nanoid(TICKET_LENGTH);
    const member: Member = { ...by, wantsSeat: false, isScreen: false };
    const asked = await this.#ports.rooms.ask<Result<object, Rejection>>(plan, 'promiseSeat', [
      member,
      sessionId,
    ]);
    if (!asked) return err({ code: 'no_conversation' });
    if (!asked.value.ok) return asked.value;
    return ok({ name: plan.kind, sessionId, roomId: plan.id, processId: nameOf(asked.process) });
  }
}
