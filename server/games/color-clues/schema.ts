import { type SchemaType, schema, t } from '@colyseus/schema';

/**
 * What a game of Color Clues looks like on the wire: cells are -1 for none, seats 0 for nobody, times as the table has
 * them. A `number` takes a byte up to 127, two up to 255 and three up to 65,535, which is less than its fixed width where
 * most are small. What is hidden from some has a fixed width. `shared/games/color-clues/wire.ts` reads it back.
 */
export const PlayerState = schema(
  {
    index: t.uint8(),
    score: t.number().default(0),
    gain: t.int8().default(-1),
    first: t.number().default(-1),
    second: t.number().default(-1),
    /** Left out for no: to take a field away is a byte less than to say `false`. */
    isReady: t.boolean().optional(),
    isChallenging: t.boolean().default(false),
    place: t.uint8().default(0),
    isBlind: t.boolean().default(false),
    /** 0: each plays alone; from 1 on. */
    team: t.uint8().default(0),
    isVolunteer: t.boolean().default(false),
  },
  'PlayerState',
);

export const TeamState = schema(
  { score: t.uint16().default(0), gain: t.int8().default(-1), place: t.uint8().default(0) },
  'TeamState',
);

export const RoundState = schema(
  {
    round: t.uint8(),
    giver: t.number(),
    clue1: t.string().default(''),
    clue2: t.string().default(''),
    target: t.number(),
    /** Points by seat, of those who got some. */
    gains: t.map('uint8'),
    /** Two code units each: `shared/games/color-clues/wire.ts`. */
    markers: t.string().default(''),
  },
  'RoundState',
);

/** What only the clue giver may see; one fresh object per round, shown through that seat's own view. */
export const SecretState = schema(
  { card: t.array('uint16'), target: t.int16().default(-1), warning: t.string().default('') },
  'SecretState',
);

/** Party: where one marker lies, for its owner alone until all are shown; a fresh object per clue. -1: nowhere. */
export const LaidState = schema(
  { round: t.uint8(), pass: t.uint8(), cell: t.int16().default(-1) },
  'LaidState',
);

export const GameState = schema(
  {
    stage: t.uint8(),
    pass: t.uint8(),
    round: t.uint8(),
    rounds: t.uint8(),
    giver: t.number(),
    giverFactor: t.uint8(),
    isRetry: t.boolean().default(false),
    isCondemned: t.boolean().default(false),
    /** Everybody who places in this pass, in order, as code units of seat ids… */
    queue: t.string().default(''),
    /** …and how many of them are done. */
    queueDone: t.uint8().default(0),
    clue1: t.string().default(''),
    clue2: t.string().default(''),
    until: t.uint32().default(0),
    spanMs: t.number().default(0),
    target: t.number().default(-1),
    players: t.map(PlayerState),
    history: t.array(RoundState),
    secret: t.ref(SecretState).view().optional(),
    promise: t.string().default(''),
    isParty: t.boolean().default(false),
    passes: t.uint8().default(2),
    placed: t.uint8().default(0),
    expected: t.uint8().default(0),
    laid: t.map(LaidState).view(),
    words1: t.uint8().default(1),
    words2: t.uint8().default(2),
    isWide: t.boolean().default(false),
    /** None: each plays alone; one: co-op. */
    teams: t.array(TeamState),
    par: t.uint16().default(0),
    /** When a wait without a clock began. */
    since: t.uint32().default(0),
    takesVolunteers: t.boolean().default(false),
  },
  'GameState',
);

export type PlayerState = SchemaType<typeof PlayerState>;
export type TeamState = SchemaType<typeof TeamState>;
export type RoundState = SchemaType<typeof RoundState>;
export type SecretState = SchemaType<typeof SecretState>;
export type LaidState = SchemaType<typeof LaidState>;
export type GameState = SchemaType<typeof GameState>;
