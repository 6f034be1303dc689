import { Packr } from 'msgpackr';

/** What fits a field, and what does not: the same knowledge as the schemas, written a second time by hand. */
export interface Shape {
  /** Something that fits. */
  readonly sample: unknown;
  /** Everything of the corpus that does not, each with where and what it is. */
  readonly wrong: readonly Wrong[];
}

export interface Wrong {
  readonly what: string;
  readonly value: unknown;
}

/** Not given at all. */
export const ABSENT = Symbol('absent');

/** Stands for a list in a list in a list…, which no encoder would write. */
const DEEP = '<deep>';
/** As deep as one frame can carry. */
const DEPTH = 3_900;
/** Writes anything, also what the client's library never would. */
const packer = new Packr({ useRecords: false, variableMapSize: true, largeBigIntToFloat: false });

/** An object with a key of its own that assignments do not make. */
const withKey = (value: object, key: string, extra: unknown): object =>
  Object.defineProperty({ ...value }, key, { value: extra, enumerable: true });

const CORPUS: readonly Wrong[] = [
  { what: 'nothing', value: ABSENT },
  { what: 'null', value: null },
  { what: 'true', value: true },
  { what: 'false', value: false },
  { what: 'NaN', value: Number.NaN },
  { what: 'Infinity', value: Number.POSITIVE_INFINITY },
  { what: '-Infinity', value: Number.NEGATIVE_INFINITY },
  { what: '-0', value: -0 },
  { what: '1e308', value: 1e308 },
  { what: '5e-324', value: 5e-324 },
  { what: '1.5', value: 1.5 },
  { what: '-1', value: -1 },
  { what: '2^31', value: 2 ** 31 },
  { what: '2^53', value: 2 ** 53 },
  { what: 'a big integer', value: 2n ** 63n - 1n },
  { what: 'a negative big integer', value: -(2n ** 62n) },
  { what: 'a date', value: new Date(0) },
  { what: 'bytes', value: new Uint8Array([1, 2, 3]) },
  { what: 'an empty text', value: '' },
  { what: 'a number as text', value: '1' },
  { what: 'a lone high surrogate', value: 'abcdefgh\ud800' },
  { what: 'a lone low surrogate', value: '\udc00abcdefgh' },
  { what: 'a zero character', value: 'abcdefgh\u0000' },
  { what: '__proto__ as text', value: '__proto__' },
  { what: 'constructor as text', value: 'constructor' },
  { what: 'a long text', value: 'x'.repeat(3_500) },
  { what: 'an empty list', value: [] },
  { what: 'a huge list', value: Array<number>(DEPTH).fill(0) },
  { what: 'a deep list', value: DEEP },
  { what: 'a list of lists', value: [[], []] },
  { what: 'an empty object', value: {} },
  { what: 'an object like a text', value: { length: 3, 0: 'a' } },
  { what: 'an object with a value', value: { value: 1, toString: 'x' } },
];
const EXTRA_KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '',
  'extra',
  'id2',
];
const EXTRA_VALUES: readonly unknown[] = [{ isOperator: true }, null];

const shape = (sample: unknown, fits: (value: unknown) => boolean): Shape => ({
  sample,
  wrong: CORPUS.filter(({ value }) => value === DEEP || !fits(value)),
});

/** Any text of so many UTF-16 units; what it may contain is for the rules. */
export const text = (max: number, sample = 'moss', min = 0): Shape =>
  shape(sample, (value) => typeof value === 'string' && value.length >= min && value.length <= max);

/** A text of one form. */
export const matching = (form: RegExp, sample: string): Shape =>
  shape(sample, (value) => typeof value === 'string' && form.test(value));

/** A whole number; -0 is 0. */
export const whole = (min: number, max: number, sample: number): Shape =>
  shape(sample, (value) => Number.isSafeInteger(value) && Number(value) >= min && Number(value) <= max);

export const flag = (sample = true): Shape => shape(sample, (value) => typeof value === 'boolean');

export const oneOf = (...values: readonly [unknown, ...unknown[]]): Shape =>
  shape(values[0], (value) => values.includes(value));

export const orNull = ({ sample, wrong }: Shape): Shape => ({
  sample,
  wrong: wrong.filter(({ value }) => value !== null),
});

/** May be left out. */
export const optional = ({ sample, wrong }: Shape): Shape => ({
  sample,
  wrong: wrong.filter(({ value }) => value !== ABSENT),
});

export const list = (item: Shape, min: number, max: number): Shape => ({
  sample: Array<unknown>(Math.max(1, min)).fill(item.sample),
  wrong: [
    ...CORPUS.filter(({ value }) => !Array.isArray(value) || value.length < min || value.length > max),
    { what: 'one too many', value: Array<unknown>(max + 1).fill(item.sample) },
    ...item.wrong
      .filter(({ value }) => value !== ABSENT)
      .map(({ what, value }) => ({
        what: `[0]: ${what}`,
        value: [value, ...Array<unknown>(Math.max(0, min - 1)).fill(item.sample)],
      })),
  ],
});

/** Exactly these fields. */
export function fields(parts: Readonly<Record<string, Shape>>): Shape {
  const sample = Object.fromEntries(Object.entries(parts).map(([key, part]) => [key, part.sample]));
  const canBeEmpty = Object.values(parts).every(({ wrong }) => !wrong.some((each) => each.value === ABSENT));
  return {
    sample,
    wrong: [
      // A date is an object without fields, too.
      ...CORPUS.filter(({ what }) => !canBeEmpty || !/^(?:an empty object|a date)$/.test(what)),
      ...EXTRA_KEYS.flatMap((key) =>
        EXTRA_VALUES.map((value) => ({ what: `extra key "${key}"`, value: withKey(sample, key, value) })),
      ),
      ...Object.entries(parts).flatMap(([key, { wrong }]) =>
        wrong.map(({ what, value }) => ({ what: `.${key}: ${what}`, value: replaced(sample, key, value) })),
      ),
    ],
  };
}

function replaced(sample: object, key: string, value: unknown): object {
  if (value !== ABSENT) return { ...sample, [key]: value };
  return Object.fromEntries(Object.entries(sample).filter(([each]) => each !== key));
}

/** Anything as a payload of a message. */
export function attackBytes(value: unknown): Buffer {
  if (value === ABSENT) return Buffer.alloc(0);
  const bytes = Buffer.from(packer.pack(value));
  const mark = Buffer.from(packer.pack(DEEP));
  const at = bytes.indexOf(mark);
  if (at < 0) return bytes;
  const deep = [Buffer.alloc(DEPTH, 0x91), Buffer.from([0x90])];
  return Buffer.concat([bytes.subarray(0, at), ...deep, bytes.subarray(at + mark.length)]);
}

/**
 * JSON as an attacker writes it: with infinite numbers, big integers, lone surrogates and keys twice or of any name. Null
 * for what JSON cannot say.
 */
export function attackJson(value: unknown): string | null {
  if (value === ABSENT) return '';
  if (value === DEEP) return `${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}`;
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return numberJson(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? null;
  if (value instanceof Date || value instanceof Uint8Array) return null;
  const parts: string[] = [];
  for (const [key, each] of Object.entries(value)) {
    const json = attackJson(each);
    if (json === null) return null;
    parts.push(Array.isArray(value) ? json : `${JSON.stringify(key)}:${json}`);
  }
  return Array.isArray(value) ? `[${parts.join(',')}]` : `{${parts.join(',')}}`;
}

function numberJson(value: number): string | null {
  if (Number.isNaN(value)) return null;
  if (Number.isFinite(value)) return Object.is(value, -0) ? '-0' : String(value);
  return value > 0 ? '1e999' : '-1e999';
}
