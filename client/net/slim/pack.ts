/**
 * MessagePack for what pages say to rooms: JSON values and `undefined`, with well formed texts. With `unpack.ts` it
 * stands in for `msgpackr`.
 */

/** A flag of `pack`: the low 8 bits are a number of bytes to leave free in front. */
export const RESERVE_START_SPACE = 2048;

const MAX_UINT32 = 2 ** 32 - 1;
const MIN_INT32 = -(2 ** 31);
/** `undefined` is an extension of one byte. */
const UNDEFINED = [0xd4, 0, 0];
const utf8 = new TextEncoder();

export class Packr {
  /** Throws a `TypeError` for what has no place in a message. */
  pack(value: unknown, options = 0): Uint8Array {
    const bytes: number[] = Array(options & RESERVE_START_SPACE ? options & 0xff : 0).fill(0);
    write(bytes, value);
    return Uint8Array.from(bytes);
  }
}

function write(bytes: number[], value: unknown): void {
  if (value === undefined) bytes.push(...UNDEFINED);
  else if (value === null) bytes.push(0xc0);
  else if (value === false) bytes.push(0xc2);
  else if (value === true) bytes.push(0xc3);
  else if (typeof value === 'number') writeNumber(bytes, value);
  else if (typeof value === 'string') {
    const encoded = utf8.encode(value);
    writeLength(bytes, encoded.length, 0xa0, 0x20, 0xd9);
    for (const byte of encoded) bytes.push(byte);
  } else if (Array.isArray(value)) {
    writeLength(bytes, value.length, 0x90, 0x10, 0xdb);
    for (const item of value) write(bytes, item);
  } else if (isPlain(value)) {
    const entries = Object.entries(value);
    writeLength(bytes, entries.length, 0x80, 0x10, 0xdd);
    for (const entry of entries) for (const part of entry) write(bytes, part);
  } else throw new TypeError(`a message cannot hold ${Object.prototype.toString.call(value)}`);
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.prototype.toString.call(value) === '[object Object]';

/** A length below `limit` is a part of `short`. Others follow `long` (texts only), `long + 1` or `long + 2` in 1, 2, 4 bytes. */
function writeLength(bytes: number[], length: number, short: number, limit: number, long: number): void {
  if (length < limit) bytes.push(short | length);
  else if (length < 0x100 && long === 0xd9) bytes.push(long, length);
  else if (length < 0x10000) bytes.push(long + 1, ...bigEndian(length, 2));
  else bytes.push(long + 2, ...bigEndian(length, 4));
}

function writeNumber(bytes: number[], value: number): void {
  if (!Number.isInteger(value) || value > MAX_UINT32 || value < MIN_INT32) {
    const float = new DataView(new ArrayBuffer(8));
    float.setFloat64(0, value);
    bytes.push(0xcb, ...new Uint8Array(float.buffer));
  } else if (value >= 0x80) bytes.push(0xce, ...bigEndian(value, 4));
  else if (value >= -0x20) bytes.push(value & 0xff);
  else bytes.push(0xd2, ...bigEndian(value, 4));
}

const bigEndian = (value: number, size: number): number[] =>
  Array.from({ length: size }, (_, index) => (value >>> (8 * (size - 1 - index))) & 0xff);
