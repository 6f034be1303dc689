import type { Client } from '@colyseus/core';
import type { z } from 'zod';
import { err, ok } from '../../../shared/core/result.ts';
import type { Rejection } from '../../../shared/core/rules.ts';
import { CLOSE } from '../../../shared/protocol/codes.ts';
import { clockMessage } from '../../../shared/protocol/messages.ts';
import * as messages from '../../../shared/protocol/operate.ts';
import { newOperatorState, showAnnouncement, showChange, showProcess } from '../../schema/operator-mirror.ts';
import type { OperatorState } from '../../schema/operator-state.ts';
import { REPORTED } from '../chat/chat-topics.ts';
import { Gathering } from '../guard/gathering.ts';
import type { Member } from '../guard/member.ts';
import { SafeRoom, type SafeRoomPorts } from '../guard/SafeRoom.ts';
import { TABLES_CHANGED } from '../tables/listing.ts';
import type { Actions } from './actions.ts';
import type { Announcements } from './announcements.ts';
import type { Lists } from './lists.ts';
import { LOOKING, NUMBERS, type Told } from './numbers.ts';
import type { Reports } from './reports.ts';

/** The name the room class is defined under, and the id of the only one. */
export const OPERATE = 'operate';
/** Pages of operators, in all and of one person. */
const MAX_CLIENTS = 40;
const SOCKETS_PER_PERSON = 4;
/** How often processes are told that somebody looks, ms, and how long after its last word one is taken for gone. */
const LOOK_MS = 1_000;
const GONE_MS = 4_000;
/** How often it is looked up whether those who are here may still be, ms. */
const RIGHT_MS = 2_000;
/** Numbers that come within this time become one patch, ms; a list is told to be another one this often at most. */
const GATHER_MS = 50;
const LIST_MS = 1_000;

export interface OperatorRoomPorts extends SafeRoomPorts {
  readonly lists: Lists;
  readonly actions: Actions;
  readonly reports: Reports;
  readonly announcements: Announcements;
  /** Whether somebody is an operator at this moment. May reject with `Unavailable`. */
  isOperator(person: string): Promise<boolean>;
}

/**
 * The room of those who look after the server: one, wherever it lives, as long as a page of theirs is open. Its state is
 * what all processes say of themselves; everything else is looked up when it is asked for.
 */
export class OperatorRoom extends SafeRoom<OperatorState> {
  protected override readonly socketsPerPerson = SOCKETS_PER_PERSON;
  readonly #ports: OperatorRoomPorts;
  readonly #showing: Gathering;
  readonly #listing: Gathering;
  /** Lists that are others by now, and are not told to be. */
  readonly #changed = new Set<string>();
  /** What was heard last, by the name of a process. */
  readonly #heard = new Map<string, { readonly process: string; readonly at: number }>();
  /** Processes that shall end, by their names. */
  readonly #drained = new Map<string, string>();
  readonly #stops: (() => void)[] = [];

  constructor(ports: OperatorRoomPorts) {
    super(ports);
    this.#ports = ports;
    this.#showing = new Gathering(ports.clock, GATHER_MS, () => this.broadcastPatch());
    this.#listing = new Gathering(ports.clock, GATHER_MS, () => this.#showChanges());
  }

  override async onOpen(): Promise<void> {
    this.roomId = OPERATE;
    this.maxClients = MAX_CLIENTS;
    this.state = newOperatorState();
    this.#answer();
    const { announcements } = this.#ports;
    const show = () => {
      showAnnouncement(this.state, announcements.current);
      this.#showing.soon();
    };
    show();
    this.#stops.push(announcements.onChange(show));
    await this.listen(NUMBERS, (told) => this.#hear(told));
    await this.listen(TABLES_CHANGED, () => this.#change('tables'));
    await this.listen(REPORTED, () => this.#change('reports'));
    this.#every(LOOK_MS, () => this.#look());
    this.#every(RIGHT_MS, () => void this.#sendAwayOthers());
  }

  override async onEnter(): Promise<void> {}
  override async onExit(): Promise<void> {}

  override async onEnd(): Promise<void> {
    for (const stop of this.#stops) stop();
    this.#showing.stop();
    this.#listing.stop();
  }

  /** Does something now and then, the first time at once, until the room ends. */
  #every(ms: number, act: () => void): void {
    const { clock } = this.#ports;
    let stop = () => {};
    const next = () => {
      stop = clock.setTimer(clock.now() + ms, next);
      act();
    };
    next();
    this.#stops.push(() => stop());
  }

  #answer(): void {
    const { lists, reports, actions, clock } = this.#ports;
    this.handle('clock', clockMessage, () => ok({ now: clock.now() }));
    this.#lookUp('tables', messages.tablesMessage, ({ search, skip }) => lists.tables(search, skip));
    this.#lookUp('lobbies', messages.lobbiesMessage, ({ search, skip }) => lists.lobbies(search, skip));
    this.#lookUp('table', messages.tableMessage, ({ table }) => lists.table(table));
    this.#lookUp('lobby', messages.lobbyMessage, ({ conversation }) => lists.lobby(conversation));
    this.#lookUp('person', messages.personMessage, ({ person }) => lists.person(person));
    this.#lookUp('reports', messages.reportsMessage, (page) => reports.list(page.standing, page.after));
    this.#lookUp('report', messages.reportMessage, ({ report }) => reports.details(report));
    this.#lookUp('log', messages.logMessage, ({ after }) => lists.log(after));
    this.handle('act', messages.actMessage, async (client, message) => {
      const member = await this.#operator(client);
      if (!member) return err({ code: 'not_found' });
      const done = await actions.carryOut(member, message, (process) => this.#drain(process));
      this.#change('log');
      if (message.action.type === 'sortReport') this.#change('reports');
      if (message.action.type === 'closeTable') this.#change('tables');
      return done;
    });
  }

  /** Answers a question; `not_found` when nothing is. */
  #lookUp<Z extends z.ZodType>(
    type: string,
    schema: Z,
    find: (message: z.output<Z>) => Promise<object | null>,
  ): void {
    this.handle(type, schema, async (client, message) => {
      const found = (await this.#operator(client)) ? await find(message) : null;
      return found ? ok(found) : err({ code: 'not_found' });
    });
  }

  /** Who asks, if they may at this moment; who may not any more is sent away. */
  async #operator(client: Client): Promise<Member | null> {
    const member = this.memberOf(client);
    if (await this.#ports.isOperator(member.person.id)) return member;
    this.expel(member.person.id, CLOSE.gone);
    return null;
  }

  /** While nobody can say who is an operator, whoever is here stays. */
  async #sendAwayOthers(): Promise<void> {
    for (const person of this.present()) {
      const isOperator = await this.#ports.isOperator(person).catch(() => true);
      if (!isOperator) this.expel(person, CLOSE.gone);
    }
  }

  #look(): void {
    const { topics, clock } = this.#ports;
    const now = clock.now();
    for (const [name, { at }] of this.#heard) {
      if (now - at <= GONE_MS) continue;
      this.#heard.delete(name);
      this.#drained.delete(name);
      showProcess(this.state, name, null);
      this.#showing.soon();
    }
    topics.publish(LOOKING, { drain: [...this.#drained.values()] });
  }

  #hear({ process, name, ...told }: Told): void {
    this.#heard.set(name, { process, at: this.#ports.clock.now() });
    showProcess(this.state, name, told);
    this.#showing.soon();
  }

  /** A word may be lost: it is said until the process is gone. */
  #drain(name: string): Rejection | null {
    const heard = this.#heard.get(name);
    if (!heard) return { code: 'not_found' };
    this.#drained.set(name, heard.process);
    this.#look();
    return null;
  }

  #change(list: string): void {
    this.#changed.add(list);
    this.#listing.soon(LIST_MS);
  }

  #showChanges(): void {
    for (const list of this.#changed) showChange(this.state, list);
    this.#changed.clear();
    this.broadcastPatch();
  }
}
