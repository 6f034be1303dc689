import { CHAT_REFUSALS } from '../../shared/chat/refusals.ts';
import { sentenceFor } from '../../shared/core/refusals.ts';
import type { Rejection } from '../../shared/core/rules.ts';
import { ACCOUNT_REFUSALS } from '../../shared/protocol/account-refusals.ts';
import { DAILY_REFUSALS } from '../../shared/protocol/daily-refusals.ts';
import type { RefusalAnswer } from '../../shared/protocol/http.ts';
import { PLATFORM_REFUSALS } from '../../shared/protocol/refusals.ts';
import { SOCKET_REFUSALS } from '../../shared/protocol/socket-refusals.ts';
import { TABLE_REFUSALS } from '../../shared/table/refusals.ts';

const CATALOGUES = [
  PLATFORM_REFUSALS,
  SOCKET_REFUSALS,
  TABLE_REFUSALS,
  CHAT_REFUSALS,
  ACCOUNT_REFUSALS,
  DAILY_REFUSALS,
];

/** Codes by the status of their answer. Any other is a 400. */
const CODES: Readonly<Record<number, readonly string[]>> = {
  401: ['no_session'],
  403: [
    ...['bad_origin', 'kicked', 'needs_name', 'banned', 'blocked', 'not_open', 'other_seat'],
    ...['wrong_login', 'wrong_password', 'wrong_code', 'password_wanted', 'wrong_table_password'],
  ],
  404: ['not_found', 'no_table', 'unknown_game', 'no_conversation', 'no_message', 'no_person', 'no_day'],
  405: ['bad_method'],
  408: ['too_slow'],
  409: [
    ...['table_full', 'too_many_tables', 'outdated', 'already_asked', 'request_pending', 'name_taken'],
    ...['lobby_taken', 'too_many_lobbies', 'under_way', 'already_named', 'not_named'],
  ],
  410: ['gone'],
  413: ['too_large'],
  415: ['bad_type'],
  421: ['misdirected'],
  422: [
    ...['wrong_name', 'bad_name', 'password_short', 'password_long', 'password_weak'],
    ...['empty_text', 'rude_words'],
  ],
  429: ['rate_limited', 'asked_too_often'],
  500: ['internal'],
  503: ['busy', 'unavailable', 'server_full'],
};
const STATUSES: ReadonlyMap<string, number> = new Map(
  Object.entries(CODES).flatMap(([status, codes]) => codes.map((code) => [code, Number(status)])),
);

/** When to come back to a server that has too much to do. */
const BUSY_SECONDS = 2;

/** A request that is refused: a code, its sentence and status, and when to come back, if that helps. */
export class RefusedError extends Error {
  readonly code: string;
  readonly status: number;
  /** The body of the answer. */
  readonly body: RefusalAnswer;
  readonly retryAfterSeconds: number | null;

  /** @param options.detail what it is about; of a wait, the seconds by themselves */
  constructor(code: string, options: { detail?: string; retryAfterSeconds?: number } = {}) {
    const { retryAfterSeconds = code === 'busy' ? BUSY_SECONDS : null } = options;
    const detail = options.detail ?? (retryAfterSeconds === null ? undefined : String(retryAfterSeconds));
    const rejection = detail === undefined ? { code } : { code, detail };
    super(sentenceFor(rejection, ...CATALOGUES));
    this.code = code;
    this.body = { ...rejection, message: this.message };
    this.status = STATUSES.get(code) ?? 400;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** A rejection of a table, a conversation or an account, as an answer to a request. */
  static from({ code, detail }: Rejection): RefusedError {
    return new RefusedError(code, detail === undefined ? {} : { detail });
  }
}
