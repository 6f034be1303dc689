import { z } from 'zod';
import { COMMAND_ID } from '../../../shared/protocol/messages.ts';

type Move = { readonly type: string };

/** A move as pages send it: what most messages of a table are. */
export interface MoveMessage {
  readonly id: string;
  readonly command: { readonly type: 'play'; readonly move: Move };
}

/** Reads a message from where its payload begins (MessagePack); null when it is anything else than a valid move. */
export type MoveReader = (bytes: Uint8Array, start: number) => MoveMessage | null;

/** What a reader of a value returns when something else stands there. */
const MISS = Symbol('miss');
type Read = () => number | string | boolean | typeof MISS;

interface Field {
  readonly name: string;
  readonly key: Uint8Array;
  readonly read: Read;
}

/** One of the moves of a game. */
interface Kind {
  readonly type: string;
  readonly key: Uint8Array;
  readonly fields: readonly Field[];
}

/** Longest text that stands behind a head of one byte, and of two. */
const MOST_SHORT = 31;
const MOST_MEDIUM = 255;

const ascii = (text: string): Uint8Array => Uint8Array.of(0xa0 | text.length, ...Buffer.from(text, 'latin1'));
const ID = ascii('id');
const COMMAND = ascii('command');
const TYPE = ascii('type');
const PLAY = ascii('play');
const MOVE = ascii('move');

// What is being read, and how far. Reading ends before anything else happens, so one place is enough, and nothing is made.
let bytes: Uint8Array = new Uint8Array();
let at = 0;

/** Goes past these very bytes, if they are there. */
function skip(expected: Uint8Array): boolean {
  for (let i = 0; i < expected.length; i++) if (bytes[at + i] !== expected[i]) return false;
  at += expected.length;
  return true;
}

/** Goes past the head of a map of so many fields: as `msgpackr` writes it, or the short way. */
function skipMap(fields: number): boolean {
  if (bytes[at] === (0x80 | fields)) at += 1;
  else if (bytes[at] === 0xde && bytes[at + 1] === 0 && bytes[at + 2] === fields) at += 3;
  else return false;
  return true;
}

/** A text of these many letters at most, all of them ASCII. */
function readText(most: number): string | typeof MISS {
  const head = bytes[at]!;
  const isShort = head >> 5 === 5;
  const length = isShort ? head & MOST_SHORT : head === 0xd9 ? bytes[at + 1]! : MOST_MEDIUM + 1;
  const from = at + (isShort ? 1 : 2);
  // A length that is not there any more is no number, and less than nothing.
  if (!(length <= most && from + length <= bytes.length)) return MISS;
  at = from + length;
  for (let i = from; i < at; i++) if (bytes[i]! > 0x7f) return MISS;
  return Buffer.prototype.latin1Slice.call(bytes, from, at);
}

function readInt(least: number, most: number): number | typeof MISS {
  const head = bytes[at++]!;
  let value = head;
  if (head === 0xcc) value = bytes[at++]!;
  else if (head === 0xcd) value = bytes[at++]! * 256 + bytes[at++]!;
  else if (head > 0x7f) return MISS;
  return value >= least && value <= most ? value : MISS;
}

function readBoolean(): boolean | typeof MISS {
  const head = bytes[at++];
  return head === 0xc3 ? true : head === 0xc2 ? false : MISS;
}

function readMove(kinds: readonly Kind[]): Move | null {
  const begin = at;
  for (const { type, key, fields } of kinds) {
    at = begin;
    if (!skipMap(1 + fields.length) || !skip(TYPE) || !skip(key)) continue;
    const move: { type: string; [field: string]: unknown } = { type };
    for (const { name, key: expected, read } of fields) {
      const value = skip(expected) ? read() : MISS;
      if (value === MISS) return null;
      move[name] = value;
    }
    return move;
  }
  return null;
}

/**
 * Makes a reader of the moves of a game, quicker than decoding a message and holding it against its schema. It
 * takes nothing that the schema would not take, and reads it as the schema does: of the moves it knows those alone that are
 * made of what is understood here. Whatever else comes, the schema reads.
 */
export function moveReader(moves: z.ZodType): MoveReader {
  const kinds = kindsOf(moves);
  return (message, start) => {
    bytes = message;
    at = start;
    if (!skipMap(2) || !skip(ID)) return null;
    const id = readText(MOST_MEDIUM);
    if (id === MISS || !COMMAND_ID.test(id)) return null;
    if (!skip(COMMAND) || !skipMap(2) || !skip(TYPE) || !skip(PLAY) || !skip(MOVE)) return null;
    const move = readMove(kinds);
    return move !== null && at === message.length ? { id, command: { type: 'play', move } } : null;
  };
}

function kindsOf(moves: z.ZodType): Kind[] {
  if (!(moves instanceof z.ZodDiscriminatedUnion)) return [kindOf(moves) ?? []].flat();
  return hasChecks(moves) ? [] : moves.options.flatMap((option) => kindOf(option) ?? []);
}

/** Null for a move that has something in it which only its schema can read. */
function kindOf(option: unknown): Kind | null {
  if (!(option instanceof z.ZodObject) || hasChecks(option)) return null;
  const [[first, literal] = [], ...others] = Object.entries(option.def.shape);
  if (first !== 'type' || !(literal instanceof z.ZodLiteral) || hasChecks(literal)) return null;
  const [type, ...more] = literal.def.values;
  if (typeof type !== 'string' || more.length > 0 || !isShort(type)) return null;
  const fields = others.flatMap(([name, schema]): Field[] => {
    const read = isShort(name) ? readerOf(schema) : null;
    return read ? [{ name, key: ascii(name), read }] : [];
  });
  return fields.length === others.length ? { type, key: ascii(type), fields } : null;
}

const isShort = (text: string): boolean => /^[\w-]+$/.test(text) && text.length <= MOST_SHORT;
const hasChecks = ({ def }: z.ZodType): boolean => (def.checks ?? []).length > 0;

/** Null for what may hold anything but a whole number within limits, a text of limited length, or yes and no. */
function readerOf(schema: unknown): Read | null {
  if (schema instanceof z.ZodBoolean) return schema.def.coerce || hasChecks(schema) ? null : readBoolean;
  if (schema instanceof z.ZodString) {
    const [limit, ...more] = checksOf(schema);
    if (schema.def.coerce || limit?.check !== 'max_length' || more.length > 0) return null;
    const most = Math.min(limit.maximum, MOST_MEDIUM);
    return () => readText(most);
  }
  if (!(schema instanceof z.ZodNumberFormat) || schema.format !== 'safeint' || schema.def.coerce) return null;
  const [least, most, ...more] = checksOf(schema);
  if (least?.check !== 'greater_than' || most?.check !== 'less_than' || more.length > 0) return null;
  if (!least.inclusive || !most.inclusive) return null;
  const [from, to] = [Number(least.value), Number(most.value)];
  return () => readInt(from, to);
}

const checksOf = ({ def }: z.ZodType) =>
  (def.checks ?? []).map((check) => (check as z.core.$ZodChecks)._zod.def);
