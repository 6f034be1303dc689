import type { SeatId } from '../../core/ids.ts';

/** A cell of the board: row × 30 + column, 0–479. Rows are A–P from light to dark, columns 1–30. */
export type Cell = number;

/** `classic`: markers are placed one after the other, in the open; `party`: all at once, hidden until all are placed. */
export type PresetName = 'classic' | 'party';

/** What a host may change. What `auto` means depends on the preset: `presets.ts`. */
export interface GameOptions {
  readonly preset: PresetName;
  readonly timers: 'off' | 'normal' | 'relaxed' | 'slow'; // × 1, × 1.5, × 2
  /** How often each player gives clues. */
  readonly turns: 'auto' | 1 | 2 | 3 | 4 | 5;
  /** Clues in a round; with two, the giver may still leave it at one. */
  readonly clues: 'auto' | 1 | 2;
  /** Words at the most in every clue; `auto`: one in the first, two in the second. */
  readonly words: 'auto' | 1 | 2 | 3 | 4 | 5;
  /** `normal`: a marker brings 3, 2 or 1 point; `wide`: 4, 3, 2 or 1. */
  readonly scoring: 'normal' | 'wide';
  /** `off`: each for themselves; `coop`: two against a par; `teams`: two to four teams. */
  readonly together: 'off' | 'coop' | 'teams';
  /** How many teams there are; only `together: 'teams'` looks at it. */
  readonly teams: 2 | 3 | 4;
  /** Party, but for co-op: whether the role of the giver goes round, or to whoever wants it, where somebody does. */
  readonly giver: 'round' | 'volunteers';
  readonly clueCheck: 'strict' | 'honor' | 'off';
  /** Whether a bot plays for somebody who is away for long. */
  readonly standIn: 'off' | 'on';
}

export const DEFAULT_OPTIONS: GameOptions = {
  preset: 'classic',
  timers: 'normal',
  turns: 'auto',
  clues: 'auto',
  words: 'auto',
  scoring: 'normal',
  together: 'off',
  teams: 2,
  giver: 'round',
  clueCheck: 'strict',
  standIn: 'off',
};

/** Why somebody was passed over. */
export type PassReason = 'timeout' | 'away' | 'skipped';

/** Points of one seat in one round. */
export interface Gain {
  readonly seat: SeatId;
  readonly points: number;
}

/** A marker on the board. `pass` is 1 for the first clue, 2 for the second. */
export interface Marker {
  readonly seat: SeatId;
  readonly pass: 1 | 2;
  readonly cell: Cell;
  /** Whoever placed it has never heard of what was said. */
  readonly isBlind?: boolean;
}

/** A round that is over. `target` is null when it was void (no clue came, or its giver left). */
export interface RoundRecord {
  readonly round: number;
  readonly giver: SeatId;
  readonly clues: readonly string[];
  readonly target: Cell | null;
  readonly gains: readonly Gain[];
  /** Those of everybody who was still there at the reveal, by player, the first before the second; none when it was void. */
  readonly markers: readonly Marker[];
}

/**
 * What happens in a game, as facts. `until` is when the wait that the event begins ends (epoch ms; null: no clock
 * runs); `at` is when it happened.
 */
export type GameEvent =
  | {
      readonly type: 'deckShuffled';
      readonly order: readonly number[];
      /** What the order follows from, a secret until the deck is used up; null for decks of version 1. */
      readonly seed: string | null;
      /** Shown to everybody before a card is dealt; null for decks of version 1. */
      readonly promise: string | null;
    }
  | {
      readonly type: 'gameStarted';
      readonly options: GameOptions;
      readonly order: readonly SeatId[];
      readonly rounds: number;
      /** The team of each seat of `order`, from 0 on; left out where each plays alone. In co-op all are of one team. */
      readonly teams?: readonly number[];
    }
  | {
      readonly type: 'roundStarted';
      readonly round: number;
      readonly giver: SeatId;
      readonly card: number;
      readonly giverFactor: 1 | 2;
      readonly at: number;
      readonly until: number | null;
    }
  | {
      readonly type: 'clueGiven';
      readonly pass: 1 | 2;
      readonly text: string;
      /** The chosen cell; only in pass 1 (a secret until the reveal). */
      readonly target: Cell | null;
      /** What honor mode would have refused: shown to the giver only. */
      readonly warning: string | null;
      readonly queue: readonly SeatId[];
      readonly at: number;
      readonly until: number | null;
    }
  | {
      readonly type: 'markerPlaced';
      readonly seat: SeatId;
      readonly cell: Cell;
      /** A bot that has never heard of what was said. */
      readonly isBlind?: boolean;
      readonly at: number;
      readonly until: number | null;
    }
  | {
      readonly type: 'placingPassed';
      readonly seat: SeatId;
      readonly reason: PassReason;
      readonly at: number;
      readonly until: number | null;
    }
  /** Party: where a seat's marker lies for now, a secret until all are shown; it may be laid elsewhere. */
  | { readonly type: 'markerLaid'; readonly seat: SeatId; readonly cell: Cell; readonly at: number }
  /** Party: the host ends the clock for placing; what is on its way still counts. */
  | { readonly type: 'placingEnds'; readonly at: number }
  /** Party: the first markers are shown, the giver may add a clue. The last ones are shown with the color. */
  | { readonly type: 'placingClosed'; readonly at: number; readonly until: number | null }
  /** Somebody wants to give the next clue, or does not any more. */
  | { readonly type: 'volunteered'; readonly seat: SeatId; readonly wants: boolean }
  | { readonly type: 'clueChallenged'; readonly seat: SeatId }
  | { readonly type: 'clueVoided'; readonly pass: 1 | 2; readonly at: number; readonly until: number | null }
  /** The second challenge stands: the clue stays, the giver gets nothing this round. */
  | { readonly type: 'clueCondemned'; readonly pass: 1 | 2 }
  | {
      readonly type: 'roundRevealed';
      readonly target: Cell;
      readonly gains: readonly Gain[];
      /** What the round brings to each team; left out where each plays alone. */
      readonly teamGains?: readonly number[];
      readonly at: number;
      readonly until: number | null;
    }
  | {
      readonly type: 'roundVoided';
      readonly reason: PassReason | 'giverLeft';
      readonly at: number;
    }
  /**
   * Whoever was to give was away from the beginning: the turn is taken out of the game, with the round that had begun for
   * it, if any.
   */
  | { readonly type: 'turnSkipped'; readonly seat: SeatId; readonly at: number }
  /** Nobody of a team whose turn it is to give is there: the turn is taken out of the game. */
  | { readonly type: 'teamSkipped'; readonly team: number; readonly at: number }
  | { readonly type: 'playerReady'; readonly seat: SeatId }
  | { readonly type: 'seatAdded'; readonly seat: SeatId; readonly team?: number }
  /** The order in which all play from the next round on. */
  | { readonly type: 'orderChanged'; readonly order: readonly SeatId[] }
  | {
      readonly type: 'seatRemoved';
      readonly seat: SeatId;
      readonly at: number;
      readonly until: number | null;
    }
  | { readonly type: 'seatWentAway'; readonly seat: SeatId; readonly at: number }
  | { readonly type: 'seatCameBack'; readonly seat: SeatId }
  | { readonly type: 'gamePaused'; readonly at: number; readonly until: number }
  | { readonly type: 'gameResumed'; readonly at: number }
  | { readonly type: 'gameEnded'; readonly reason: 'allRounds' | 'tooFew' };

/** What a seat may ask for. Wire shape: `commands.ts`. */
export type GameCommand =
  | { readonly type: 'giveClue'; readonly cell: Cell; readonly text: string }
  | { readonly type: 'giveSecondClue'; readonly text: string }
  | { readonly type: 'skipSecondClue' }
  /** `isBlind`: only bots say so. In Classic it is told to all. */
  | { readonly type: 'placeMarker'; readonly cell: Cell; readonly isBlind?: boolean }
  | { readonly type: 'challengeClue' }
  /** Whether one wants to give the next clue. */
  | { readonly type: 'volunteer'; readonly wants: boolean }
  | { readonly type: 'ready' };

/** A player as everybody at the table sees them. */
export interface PlayerView {
  readonly seat: SeatId;
  /** Their own points, also in a team. */
  readonly score: number;
  /** Their team, from 0 on; null where each plays alone. In co-op both are of team 0. */
  readonly team: number | null;
  /** Points of this round; null before its reveal. */
  readonly gain: number | null;
  /** Cells of the first and second marker of this round; null where there is none, or none that the viewer may see. */
  readonly markers: readonly [Cell | null, Cell | null];
  /** Classic: a bot that had never heard of what was said when it placed its last marker of this round. */
  readonly isBlind: boolean;
  /** Pressed "ready" at the reveal. */
  readonly isReady: boolean;
  /** Objects to the current clue. */
  readonly isChallenging: boolean;
  /** Wants to give the next clue. */
  readonly isVolunteer: boolean;
  /** Place in the final ranking, 1 is best, shared places possible; null before the end. */
  readonly place: number | null;
}

/** A team as everybody sees it. */
export interface TeamView {
  readonly score: number;
  /** Points of this round; null before its reveal. */
  readonly gain: number | null;
  /** Place in the final ranking, 1 is best; in co-op 1 is par reached, 2 is not; null before the end. */
  readonly place: number | null;
}

/** `clue`: the giver thinks; `place`: the others put their markers; `clue2`: the giver may add a clue. */
export type Stage = 'clue' | 'place' | 'clue2' | 'reveal' | 'paused' | 'over';

/** What only the giver sees. `target` is null until the first clue is given. */
export interface GiverSecret {
  readonly card: readonly [Cell, Cell, Cell, Cell];
  readonly target: Cell | null;
  /** Honor mode: what is doubtful about the clue, a rejection code; else null. */
  readonly warning: string | null;
}

/** A game as one viewer may see it. */
export interface GameView {
  readonly preset: PresetName;
  readonly stage: Stage;
  /** Which of the two clues the stage is about. */
  readonly pass: 1 | 2;
  /** How many clues a round may have. */
  readonly passes: 1 | 2;
  /** Words at the most in the first and in the second clue. */
  readonly words: readonly [number, number];
  readonly scoring: GameOptions['scoring'];
  /** None: each for themselves; one: co-op; two to four: teams. */
  readonly teams: readonly TeamView[];
  /** Co-op: what the two have to reach together; else null. */
  readonly par: number | null;
  /** Whether whoever wants to may give the next clue: rule 17. */
  readonly takesVolunteers: boolean;
  readonly round: number;
  readonly rounds: number;
  readonly giver: SeatId;
  readonly giverFactor: 1 | 2;
  /** The current clue was given again after a challenge, or has to be. */
  readonly isRetry: boolean;
  /** The giver gets no points this round (challenged twice). */
  readonly isCondemned: boolean;
  /** Classic: who is still to place in this pass, the one whose turn it is first. Party: who places, as long as it lasts. */
  readonly queue: readonly SeatId[];
  /** Party, while markers are hidden: how many have placed, and how many will have when all who are here have. Else 0. */
  readonly placed: number;
  readonly expected: number;
  /** Clues of this round so far. */
  readonly clues: readonly string[];
  /** When the current wait ends, epoch ms; null while no clock runs. */
  readonly until: number | null;
  /** Full length of the current wait, ms; null while no clock runs. */
  readonly spanMs: number | null;
  /** When a wait began in which no clock runs, epoch ms; else null. */
  readonly since: number | null;
  /** In seat order. */
  readonly players: readonly PlayerView[];
  /** The target, public from the reveal on. */
  readonly target: Cell | null;
  /** Gains are of those who got points. */
  readonly history: readonly RoundRecord[];
  /** What fixes the order of the deck without showing it, 64 hex digits; null for a deck of an older program. */
  readonly promise: string | null;
  /** Null for everybody but the giver. */
  readonly secret: GiverSecret | null;
}
