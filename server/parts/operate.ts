import { nanoid } from 'nanoid';
import { playerId } from '../../shared/core/ids.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { Rejection } from '../../shared/core/rules.ts';
import { nameOf } from '../directory/directory.ts';
import type { OperatePort } from '../http/operate.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { tellEverybody } from '../rooms/guard/connections.ts';
import { withPorts } from '../rooms/guard/with-ports.ts';
import { Actions } from '../rooms/operate/actions.ts';
import { Announcements } from '../rooms/operate/announcements.ts';
import { Lists } from '../rooms/operate/lists.ts';
import { Numbers } from '../rooms/operate/numbers.ts';
import { OPERATE, OperatorRoom } from '../rooms/operate/OperatorRoom.ts';
import { OperatorLog } from '../rooms/operate/operator-log.ts';
import { Reports } from '../rooms/operate/reports.ts';
import type { Base } from './base.ts';
import type { ChatParts } from './chat.ts';
import { eventsOf, numbersOf } from './numbers.ts';
import type { PeopleParts } from './people.ts';
import type { TableParts } from './tables.ts';

/** What operators look after. */
interface Looked {
  readonly people: PeopleParts;
  readonly tables: TableParts;
  readonly chat: ChatParts;
}

interface Ways {
  readonly metrics: Metrics;
  /** Whether rooms are not opened here any more. */
  isLeaving(): boolean;
  /** Ends this process as a signal does. */
  drain(): void;
}

/** Characters of a seat ticket: 132 random bits. */
const TICKET_LENGTH = 22;

/** Everything for those who look after the server: their room, what is announced, and the numbers of this process. */
export function operateParts(
  base: Base,
  { people, tables, chat }: Looked,
  { metrics, isLeaving, drain }: Ways,
) {
  const { storage, clock, rooms, config, topics, log } = base;
  const { identities, accounts, operators, faces } = people;
  const { documents } = storage;
  const operatorLog = new OperatorLog(documents);
  const announcements = new Announcements({ documents, topics, clock, log });
  const reports = new Reports(chat.records, faces);
  const { conversations } = chat;
  const shared = { log: operatorLog, tables: tables.tables, conversations };
  const lists = new Lists({
    ...shared,
    people: faces,
    registry: {
      holderOf: (name) => accounts.holderOf(name),
      madeAt: (person) => identities.madeAt(person),
      hasAccount: async (person) => (await accounts.describe(person)) !== null,
      sessionsOf: (person) => identities.sessionsOf(person),
    },
  });
  const actions = new Actions({
    ...shared,
    clock,
    announcements,
    reports,
    endSessions: (person) => identities.end(person, { person }),
  });
  const isOperator = (person: string) => operators.includes(person);
  const numbers = new Numbers({
    topics,
    clock,
    process: rooms.process,
    name: nameOf(rooms.process),
    read: () => numbersOf(metrics),
    events: () => eventsOf(metrics),
    isLeaving,
    drain,
  });
  const plan = { kind: OPERATE, id: OPERATE, setup: async () => ({ setup: {} }) };
  const port: OperatePort = {
    isOperator,
    async seat({ person, ...by }) {
      const sessionId = nanoid(TICKET_LENGTH);
      const member = { ...by, person: { ...person, id: playerId(person.id) }, wantsSeat: false };
      const asked = await rooms.ask<Result<object, Rejection>>(plan, 'promiseSeat', [member, sessionId]);
      if (!asked) return err({ code: 'unavailable' });
      if (!asked.value.ok) return asked.value;
      return ok({ name: OPERATE, sessionId, roomId: OPERATE, processId: nameOf(asked.process) });
    },
  };
  return {
    announcements,
    port,
    room: withPorts(OperatorRoom, { ...base, lists, actions, reports, announcements, isOperator }),
    /** Begins to hear what is announced, and whether an operator looks. */
    async listen(): Promise<void> {
      base.guard.announced = () => (announcements.current ? announcements.message : null);
      announcements.onChange(() => tellEverybody('announced', announcements.message));
      await announcements.follow(config.limits.sessionCheckSeconds * 1_000);
      await numbers.listen();
    },
  };
}

export type OperateParts = ReturnType<typeof operateParts>;
