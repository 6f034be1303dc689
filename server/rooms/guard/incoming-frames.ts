import { Protocol } from '@colyseus/core';
import { decode } from '@colyseus/schema';

/** Longest name of a message, as the wire's short strings allow. */
const MAX_TYPE = 31;

/** What a frame from a client is, as far as a room has to know before it lets the framework read on. */
export type Frame =
  | { readonly kind: 'ready' }
  | { readonly kind: 'leave' }
  | { readonly kind: 'ping' }
  | { readonly kind: 'junk' }
  | RequestFrame;

/** A wish that is to be answered. */
export interface RequestFrame {
  readonly kind: 'request';
  /** The number by which whoever sent it knows the answer. */
  readonly id: number;
  readonly type: string;
  /** Where its payload begins; the end of the frame when there is none. */
  readonly body: number;
}

const JUNK: Frame = { kind: 'junk' };
const READY: Frame = { kind: 'ready' };
const LEAVE: Frame = { kind: 'leave' };
const PING: Frame = { kind: 'ping' };

/**
 * Reads the head of a frame without trusting any of it. People's wishes travel in requests only, so messages without an
 * answer, raw bytes and inputs are junk. Never throws.
 */
export function readFrame(bytes: Uint8Array): Frame {
  switch (bytes[0]) {
    case Protocol.JOIN_ROOM:
      return READY;
    case Protocol.LEAVE_ROOM:
      return LEAVE;
    case Protocol.PING:
      return PING;
    case Protocol.ROOM_REQUEST:
      return readRequest(bytes);
    default:
      return JUNK;
  }
}

function readRequest(bytes: Uint8Array): Frame {
  const it = { offset: 1 };
  const id = decode.number(bytes as Buffer, it);
  const prefix = bytes[it.offset];
  if (!Number.isInteger(id) || id < 0 || id > 0xffff_ffff || prefix === undefined) return JUNK;
  const length = prefix & MAX_TYPE;
  const start = it.offset + 1;
  if ((prefix & ~MAX_TYPE) !== 0xa0 || start + length > bytes.length) return JUNK;
  let type = '';
  for (let i = 0; i < length; i++) type += String.fromCharCode(bytes[start + i]!);
  return { kind: 'request', id, type, body: start + length };
}
