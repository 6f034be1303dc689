import fc from 'fast-check';
import { pack, unpack } from 'msgpackr';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { HOSTED_GAMES } from '../../games/index.ts';
import { tableGames } from './hosted-game.ts';
import { type MoveReader, moveReader } from './move-reader.ts';

const games = [...tableGames(HOSTED_GAMES).values()];
const colorClues = games.find(({ rules }) => rules.name === 'color-clues')!;

const ID = 'V1StGXR8_Z5jdHi6B-myT';
const message = (move: object, id: unknown = ID) => ({ id, command: { type: 'play', move } });
const quickly = (reader: MoveReader, sent: unknown) => reader(Buffer.from(pack(sent)), 0);

it('reads every move of Color Clues and of Four in a Row as pages send it', () => {
  const moves = {
    'color-clues': [
      { type: 'giveClue', cell: 479, text: 'moss on a stone' },
      { type: 'giveClue', cell: 5, text: '' },
      { type: 'giveSecondClue', text: 'a'.repeat(100) },
      { type: 'skipSecondClue' },
      { type: 'placeMarker', cell: 127 },
      { type: 'placeMarker', cell: 128 },
      { type: 'challengeClue' },
      { type: 'volunteer', wants: true },
      { type: 'volunteer', wants: false },
      { type: 'ready' },
    ],
    'four-in-a-row': [{ type: 'drop', column: 3 }],
  };
  for (const [name, each] of Object.entries(moves)) {
    const { readMove, commandSchema } = games.find(({ rules }) => rules.name === name)!;
    for (const move of each) {
      const read = quickly(readMove, message(move));
      expect(read).toEqual(commandSchema.parse(message(move)));
      expect(JSON.stringify(read)).toBe(JSON.stringify(commandSchema.parse(message(move))));
    }
  }
});

it('reads from the place where the payload begins, and to the end of the frame', () => {
  const payload = pack(message({ type: 'ready' }));
  const frame = Buffer.concat([Buffer.of(1, 2, 3), payload]);
  expect(colorClues.readMove(frame, 3)).toEqual(message({ type: 'ready' }));
  expect(colorClues.readMove(Buffer.concat([frame, Buffer.of(0xc0)]), 3)).toBeNull();
  for (let end = 3; end < frame.length; end++)
    expect(colorClues.readMove(frame.subarray(0, end), 3)).toBeNull();
});

it('leaves to the schema whatever is not exactly a valid move', () => {
  const { readMove } = colorClues;
  const others = [
    message({ type: 'placeMarker', cell: 480 }),
    message({ type: 'placeMarker', cell: -1 }),
    message({ type: 'placeMarker', cell: 1.5 }),
    message({ type: 'placeMarker', cell: '1' }),
    message({ type: 'placeMarker', cell: 70_000 }),
    message({ type: 'placeMarker' }),
    message({ type: 'placeMarker', cell: 1, more: 1 }),
    message({ cell: 1, type: 'placeMarker' }),
    message({ type: 'giveClue', cell: 1, text: 'é' }),
    message({ type: 'giveClue', cell: 1, text: 'a'.repeat(101) }),
    message({ type: 'volunteer', wants: 1 }),
    message({ type: 'elsewhere' }),
    message({ type: 'ready' }, 'short'),
    message({ type: 'ready' }, 'a'.repeat(65)),
    message({ type: 'ready' }, 'with a space'),
    message({ type: 'ready' }, 7),
    { ...message({ type: 'ready' }), more: 1 },
    { id: ID, command: { type: 'sit' } },
    { id: ID, command: { type: 'play', move: null } },
    null,
    [],
    'text',
  ];
  for (const other of others) expect(quickly(readMove, other)).toBeNull();
});

/** Bytes that are nearly a move, and as their schema reads them; undefined when it refuses them. */
const slowly = (schema: z.ZodType, bytes: Uint8Array): unknown => {
  try {
    return schema.safeParse(unpack(bytes)).data;
  } catch {
    return undefined;
  }
};

it('takes nothing that the schema would refuse, and reads it in the same way, whatever the bytes', () => {
  const value = fc.oneof(fc.integer({ min: -2, max: 70_000 }), fc.string(), fc.boolean(), fc.constant(null));
  const move = fc.oneof(
    fc.record(
      {
        type: fc.constantFrom('placeMarker', 'giveClue', 'giveSecondClue', 'volunteer', 'ready', 'x'),
        cell: fc.oneof(fc.nat(500), value),
        text: fc.oneof(fc.string({ maxLength: 110 }), value),
        wants: value,
      },
      { requiredKeys: ['type'] },
    ),
    fc.record({ type: fc.constant('placeMarker'), cell: fc.nat(500) }),
    fc.record({ type: fc.constant('giveClue'), cell: fc.nat(500), text: fc.string({ maxLength: 110 }) }),
  );
  const id = fc.oneof(fc.constant(ID), fc.string(), fc.stringMatching(/^[\w-]{6,70}$/));
  const changes = fc.array(fc.tuple(fc.nat(120), fc.nat(255)), { maxLength: 2 });
  const ending = fc.oneof(fc.constant(0), fc.nat(120));
  const more = fc.oneof(fc.constant([]), fc.constant([0xd9]), fc.array(fc.nat(255), { maxLength: 3 }));
  let taken = 0;
  fc.assert(
    fc.property(move, id, changes, ending, more, (sent, own, changed, cut, added) => {
      const whole = pack(message(sent, own));
      const bytes = Buffer.concat([whole.subarray(0, whole.length - cut), Uint8Array.from(added)]);
      for (const [place, byte] of changed) if (place < bytes.length) bytes[place] = byte;
      const read = colorClues.readMove(bytes, 0);
      if (read === null) return;
      taken++;
      const expected = slowly(colorClues.commandSchema, bytes);
      expect(read).toStrictEqual(expected);
      expect(JSON.stringify(read)).toBe(JSON.stringify(expected));
    }),
    { numRuns: 5_000 },
  );
  expect(taken).toBeGreaterThan(100);
});

it('knows no move with something in it that only its schema can read', () => {
  const cell = z.int().min(0).max(9);
  const schemas = {
    refined: z.strictObject({ type: z.literal('m'), cell }).refine(() => false),
    changed: z.strictObject({ type: z.literal('m'), cell: cell.transform((it) => it + 1) }),
    checked: z.strictObject({ type: z.literal('m'), cell: cell.refine(() => false) }),
    trimmed: z.strictObject({ type: z.literal('m'), cell: z.string().trim().max(9) }),
    open: z.strictObject({ type: z.literal('m'), cell: z.int() }),
    exclusive: z.strictObject({ type: z.literal('m'), cell: z.int().gt(0).lt(9) }),
    partial: z.strictObject({ type: z.literal('m'), cell: cell.optional() }),
  };
  for (const option of Object.values(schemas)) {
    const reader = moveReader(z.discriminatedUnion('type', [option]));
    for (const sent of [
      { type: 'm', cell: 3 },
      { type: 'm', cell: ' a ' },
    ])
      expect(quickly(reader, message(sent))).toBeNull();
  }
  const plain = moveReader(z.discriminatedUnion('type', [z.strictObject({ type: z.literal('m'), cell })]));
  expect(quickly(plain, message({ type: 'm', cell: 3 }))).toEqual(message({ type: 'm', cell: 3 }));
});
