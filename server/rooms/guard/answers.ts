import { getMessageBytes, Protocol, ResponseStatus } from '@colyseus/core';
import { encode } from '@colyseus/schema';
import type { Result } from '../../../shared/core/result.ts';
import type { Rejection } from '../../../shared/core/rules.ts';
import type { CommandReply } from '../../../shared/protocol/codes.ts';

/** What a client is told in answer to a request. */
export type Answer<V = unknown> = Result<V, Rejection>;

/** An answer as the framework's clients read it. @param id the request's own number */
export function answerBytes(id: number, answer: Answer): Uint8Array {
  if (!answer.ok) return getMessageBytes[Protocol.ROOM_RESPONSE](id, ResponseStatus.REJECTED, answer.error);
  return isReply(answer.value)
    ? replyBytes(id, answer.value)
    : getMessageBytes[Protocol.ROOM_RESPONSE](id, ResponseStatus.OK, answer.value);
}

const ascii = (text: string): readonly number[] => [0xa0 | text.length, ...Buffer.from(text, 'latin1')];
/** A map of two fields as `msgpackr` begins it, and the name of the first; the name of the second, and the head of a double. */
const BEFORE_SEQ = Uint8Array.of(0xde, 0, 2, ...ascii('seq'));
const BEFORE_NOW = Uint8Array.of(...ascii('now'), 0xcb);
/** Head, number of the request, status, number of the entry, time. */
const MOST_BYTES = 1 + 9 + 1 + BEFORE_SEQ.length + 3 + BEFORE_NOW.length + 8;
const MAX_UINT16 = 0xffff;
/** Larger whole numbers are doubles. */
const MAX_UINT32 = 0xffff_ffff;

/** Whether this is the answer to almost every request, with nothing unusual in it: that of a command that was carried out. */
function isReply(value: unknown): value is CommandReply {
  if (typeof value !== 'object' || value === null) return false;
  const [first, second, ...others] = Object.keys(value);
  if (first !== 'seq' || second !== 'now' || others.length > 0) return false;
  const { seq, now } = value as CommandReply;
  return isIntIn(seq, 0, MAX_UINT16) && isIntIn(now, MAX_UINT32 + 1, Number.MAX_SAFE_INTEGER);
}

const isIntIn = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

/** The same bytes as the framework makes, without its search for what stands in there. */
function replyBytes(id: number, { seq, now }: CommandReply): Uint8Array {
  const bytes = Buffer.allocUnsafe(MOST_BYTES);
  const it = { offset: 1 };
  bytes[0] = Protocol.ROOM_RESPONSE;
  encode.number(bytes, id, it);
  bytes[it.offset] = ResponseStatus.OK;
  let at = put(bytes, BEFORE_SEQ, it.offset + 1);
  if (seq > 0xff) {
    bytes[at++] = 0xcd;
    bytes[at++] = seq >> 8;
  } else if (seq > 0x7f) bytes[at++] = 0xcc;
  bytes[at++] = seq & 0xff;
  at = bytes.writeDoubleBE(now, put(bytes, BEFORE_NOW, at));
  return bytes.subarray(0, at);
}

/** Writes bytes at a place; the place after them. */
function put(bytes: Uint8Array, more: Uint8Array, at: number): number {
  for (let i = 0; i < more.length; i++) bytes[at + i] = more[i]!;
  return at + more.length;
}
