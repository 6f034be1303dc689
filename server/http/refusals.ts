import type { Rejection } from '../../shared/core/rules.ts';

/** What may be said of a refused request: its status, and a sentence for people. */
interface Refusal {
  readonly status: number;
  readonly message: string;
}

const REFUSALS: Readonly<Record<string, Refusal>> = {
  bad_request: { status: 400, message: 'The server did not understand that.' },
  bad_host: { status: 400, message: 'This server is not known under that name.' },
  no_session: { status: 401, message: 'Please reload the page, so that the server knows you again.' },
  bad_origin: { status: 403, message: 'That came from another page.' },
  kicked: { status: 403, message: 'The host of this table asked you to leave.' },
  not_found: { status: 404, message: 'There is nothing here.' },
  no_table: { status: 404, message: 'There is no table with this code.' },
  bad_method: { status: 405, message: 'That cannot be done here.' },
  table_full: { status: 409, message: 'This table is full.' },
  too_many_tables: { status: 409, message: 'You already have three tables. Close one first.' },
  gone: { status: 410, message: 'This table is closed.' },
  outdated: { status: 409, message: 'The game was updated. Please reload the page.' },
  no_conversation: { status: 404, message: 'There is no such conversation, or it is not open to you.' },
  no_message: { status: 404, message: 'This message is not there any more.' },
  no_person: { status: 404, message: 'There is nobody here whom you could write to like that.' },
  needs_name: { status: 403, message: 'Please choose a name first.' },
  banned: { status: 403, message: 'You cannot come in here any more.' },
  blocked: { status: 403, message: 'You two cannot write to each other.' },
  not_open: { status: 403, message: 'This person does not take new messages.' },
  already_asked: { status: 409, message: 'You asked this person already. Wait for their answer.' },
  asked_too_often: { status: 429, message: 'Many people asked this person lately. Try again in an hour.' },
  request_pending: { status: 409, message: 'Accept the request first.' },
  name_taken: { status: 409, message: 'This name is taken. Please choose another.' },
  too_many_lobbies: { status: 409, message: 'You already look after five lobbies.' },
  busy: { status: 503, message: 'Too much is going on here. Please try again in a moment.' },
  wrong_login: { status: 403, message: 'This name and password do not belong together.' },
  wrong_password: { status: 403, message: 'That is not your password.' },
  wrong_code: { status: 403, message: 'This code does not belong to this name, or was used before.' },
  wrong_name: { status: 422, message: 'That is not the name you have here.' },
  under_way: { status: 409, message: 'That is under way already.' },
  already_named: { status: 409, message: 'You have a name of your own already.' },
  not_named: { status: 409, message: 'You have no name of your own yet.' },
  password_short: { status: 422, message: 'A password has at least 10 characters.' },
  password_long: { status: 422, message: 'A password has at most 128 characters.' },
  password_weak: { status: 422, message: 'This password is easy to guess. Add a word or two.' },
  empty_text: { status: 422, message: 'Write something first.' },
  rude_words: { status: 422, message: 'Some words are not welcome here. Try it a little kinder.' },
  not_asked: { status: 400, message: 'There is no open request for you here.' },
  too_slow: { status: 408, message: 'That took too long to arrive. Please try again.' },
  too_large: { status: 413, message: 'That is too long.' },
  bad_type: { status: 415, message: 'The server only reads JSON.' },
  bad_name: { status: 422, message: 'Please choose another name.' },
  rate_limited: { status: 429, message: 'That was a bit fast. Please wait a moment.' },
  internal: { status: 500, message: 'Something went wrong here. Please try again.' },
  unavailable: { status: 503, message: 'The server is not ready. Please try again in a moment.' },
  server_full: { status: 503, message: 'All tables are taken. Please try again later.' },
};

/** When to come back to a server that has too much to do. */
const BUSY_SECONDS = 2;

/** A request that is refused; `message` replaces the usual sentence. */
export class RefusedError extends Error {
  readonly code: string;
  readonly status: number;
  readonly retryAfterSeconds: number | null;

  constructor(code: string, options: { message?: string; retryAfterSeconds?: number } = {}) {
    const refusal = REFUSALS[code] ?? REFUSALS.bad_request!;
    super(options.message ?? refusal.message);
    this.code = code;
    this.status = refusal.status;
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
  }

  /** A rejection from the tables, as an answer to a request. */
  static from(rejection: Rejection): RefusedError {
    const { code, detail } = rejection;
    return new RefusedError(code, {
      ...(code === 'bad_name' && detail !== undefined && { message: detail }),
      ...(code === 'busy' && { retryAfterSeconds: BUSY_SECONDS }),
    });
  }
}
