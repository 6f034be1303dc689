import { isDeepStrictEqual } from 'node:util';
import { playerId } from '../../../shared/core/ids.ts';
import { err, ok, type Result } from '../../../shared/core/result.ts';
import type { Rejection } from '../../../shared/core/rules.ts';
import type { OperatorAction } from '../../../shared/protocol/operate.ts';
import type { ConversationService } from '../chat/conversation-service.ts';
import { speakerOf } from '../chat/speaker.ts';
import type { Member } from '../guard/member.ts';
import type { Tables } from '../tables/tables.ts';
import type { Announcements } from './announcements.ts';
import type { OperatorLog } from './operator-log.ts';
import type { Reports } from './reports.ts';

const MINUTE_MS = 60_000;
const DONE = 'done';

export interface ActionsPorts {
  readonly clock: { now(): number };
  readonly log: OperatorLog;
  readonly tables: Pick<Tables, 'operate'>;
  readonly conversations: Pick<ConversationService, 'tell'>;
  readonly announcements: Announcements;
  readonly reports: Reports;
  /** Ends all sessions of somebody, on every process. */
  endSessions(person: string): Promise<void>;
}

/** What operators do. Everything is in the log before it is done, under an id by which it is done once. */
export class Actions {
  readonly #ports: ActionsPorts;

  constructor(ports: ActionsPorts) {
    this.#ports = ports;
  }

  /**
   * Refusals: those of tables and conversations; `no_table`, `no_conversation`, `not_found`, `no_change`. May reject with
   * `Unavailable`; then it can be sent again.
   * @param drain has a process end
   */
  async carryOut(
    by: Member,
    { id, action, why }: { readonly id: string; readonly action: OperatorAction; readonly why: string },
    drain: (process: string) => Rejection | null,
  ): Promise<Result<object, Rejection>> {
    const { clock, log } = this.#ports;
    const key = `${by.person.id}:${id}`;
    const record = { at: clock.now(), by: by.person.id, action, why, outcome: '' };
    const before = await log.begin(key, record);
    if (before && !isDeepStrictEqual(before.action, action)) return err({ code: 'bad_message' });
    // Sent again: it is done by now, or was cut off half-way. Every action can be done twice.
    if (before && before.outcome !== '') return answerTo(before.outcome);
    const refusal = await this.#do(by, action, drain);
    await log.end(key, before ?? record, refusal?.code ?? DONE);
    return refusal ? err(refusal) : ok({});
  }

  async #do(
    by: Member,
    action: OperatorAction,
    drain: (process: string) => Rejection | null,
  ): Promise<Rejection | null> {
    const { tables, announcements, reports, endSessions, clock } = this.#ports;
    switch (action.type) {
      case 'closeTable':
        return refusalIn(await tables.operate(action.table, { type: 'close' }));
      case 'banFromTable':
        return refusalIn(
          await tables.operate(action.table, { type: 'expel', player: playerId(action.person) }),
        );
      case 'kick':
      case 'ban':
      case 'unban':
      case 'mute':
        return this.#moderate(by, action);
      case 'endSessions':
        await endSessions(action.person);
        return null;
      case 'drain':
        return drain(action.process);
      case 'announce':
        await announcements.announce({
          text: action.text,
          until: clock.now() + action.minutes * MINUTE_MS,
        });
        return null;
      case 'endAnnouncement':
        await announcements.announce(null);
        return null;
      case 'sortReport':
        return (await reports.sort(action.report, action.standing, by.person.id))
          ? null
          : { code: 'not_found' };
    }
  }

  async #moderate(
    by: Member,
    action: Extract<OperatorAction, { type: 'kick' | 'ban' | 'unban' | 'mute' }>,
  ): Promise<Rejection | null> {
    const command = {
      ...(action.type === 'mute' ? { type: action.type, minutes: action.minutes } : { type: action.type }),
      person: playerId(action.person),
      by: speakerOf({ ...by, isOperator: true }),
    };
    return refusalIn(await this.#ports.conversations.tell(action.conversation, command));
  }
}

const refusalIn = (done: Result<null, Rejection>): Rejection | null => (done.ok ? null : done.error);
const answerTo = (outcome: string): Result<object, Rejection> =>
  outcome === DONE ? ok({}) : err({ code: outcome });
