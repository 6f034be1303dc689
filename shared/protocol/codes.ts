/** Why a socket was closed by the server, beyond the ones of the framework (4000 left, 4002 broken messages). */
export const CLOSE = {
  tooManyMessages: 4008,
  kicked: 4011,
  takenOver: 4012,
  gone: 4013,
  /** The room is at another process, or about to be: ask for the seat again, at once. */
  moved: 4014,
  /** The session is over: signed out here or elsewhere. */
  signedOut: 4015,
  /** Put out of a conversation for good. */
  banned: 4016,
} as const;

/** The answer to an accepted command. */
export interface CommandReply {
  readonly seq: number;
  /** The server's time, epoch ms. */
  readonly now: number;
}
