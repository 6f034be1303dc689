import type { SeatId } from '../../../shared/core/ids.ts';
import type {
  GameView,
  GiverSecret,
  PlayerView,
  RoundRecord,
  TeamView,
} from '../../../shared/games/color-clues/types.ts';
import { markersText, STAGES, type WireGame } from '../../../shared/games/color-clues/wire.ts';
import type { WireTime } from '../../schema/mirror.ts';
import { type GameState, LaidState, PlayerState, RoundState, SecretState, TeamState } from './schema.ts';

/** Seats are sent as code units of a string; 0xD800–0xDFFF would be torn apart as surrogates. */
const MAX_SEAT = 0xd7ff;

/**
 * Writes the public view of a game into its state. What is as in `before`, the view that was written last, is not looked at
 * again: asking the schema takes ten times as long.
 */
export function mirror(state: GameState, view: GameView, time: WireTime, before: GameView | null): void {
  if (view.stage !== before?.stage) state.stage = STAGES.indexOf(view.stage);
  if (view.pass !== before?.pass) state.pass = view.pass;
  if (view.round !== before?.round) state.round = view.round;
  if (view.rounds !== before?.rounds) state.rounds = view.rounds;
  if (view.giver !== before?.giver) state.giver = view.giver;
  if (view.giverFactor !== before?.giverFactor) state.giverFactor = view.giverFactor;
  if (view.isRetry !== before?.isRetry) state.isRetry = view.isRetry;
  if (view.isCondemned !== before?.isCondemned) state.isCondemned = view.isCondemned;
  if (view.clues !== before?.clues) {
    state.clue1 = view.clues[0] ?? '';
    state.clue2 = view.clues[1] ?? '';
  }
  if (view.until !== before?.until) state.until = time(view.until);
  if (view.spanMs !== before?.spanMs) state.spanMs = view.spanMs ?? 0;
  if (view.since !== before?.since) state.since = time(view.since);
  if (view.target !== before?.target) state.target = view.target ?? -1;
  if (view.promise !== before?.promise) state.promise = view.promise ?? '';
  if (view.preset !== before?.preset) state.isParty = view.preset === 'party';
  if (view.passes !== before?.passes) state.passes = view.passes;
  if (view.placed !== before?.placed) state.placed = view.placed;
  if (view.expected !== before?.expected) state.expected = view.expected;
  if (view.words[0] !== before?.words[0]) state.words1 = view.words[0];
  if (view.words[1] !== before?.words[1]) state.words2 = view.words[1];
  if (view.scoring !== before?.scoring) state.isWide = view.scoring === 'wide';
  if (view.par !== before?.par) state.par = view.par ?? 0;
  if (view.takesVolunteers !== before?.takesVolunteers) state.takesVolunteers = view.takesVolunteers;
  if (view.teams !== before?.teams) mirrorTeams(state, view.teams);
  if (view.queue !== before?.queue) mirrorQueue(state, view);
  mirrorPlayers(state, view.players, before?.players ?? []);
  if (view.history === before?.history) return;
  if (state.history.length > view.history.length) state.history.clear();
  for (const record of view.history.slice(state.history.length)) state.history.push(roundState(record));
}

/** A turn that ends is one small number; only a new order is sent whole. */
function mirrorQueue(state: GameState, view: GameView): void {
  for (const seat of view.queue)
    if (seat > MAX_SEAT) throw new RangeError(`seat ${seat} does not fit the queue`);
  const queue = String.fromCharCode(...view.queue);
  if (queue !== '' && state.queue.endsWith(queue)) state.queueDone = state.queue.length - queue.length;
  else if (queue === '' && state.queue !== '') state.queueDone = state.queue.length;
  else {
    state.queue = queue;
    state.queueDone = 0;
  }
}

function mirrorTeams(state: GameState, teams: readonly TeamView[]): void {
  if (state.teams.length > teams.length) state.teams.clear();
  teams.forEach(({ score, gain, place }, team) => {
    const target = state.teams[team] ?? new TeamState();
    target.score = score;
    target.gain = gain ?? -1;
    target.place = place ?? 0;
    if (team === state.teams.length) state.teams.push(target);
  });
}

function mirrorPlayers(
  state: GameState,
  players: readonly PlayerView[],
  before: readonly PlayerView[],
): void {
  const areSeated =
    players.length === before.length && players.every(({ seat }, i) => before[i]?.seat === seat);
  if (!areSeated) {
    const seats = new Set(players.map((player) => String(player.seat)));
    for (const key of [...state.players.keys()]) if (!seats.has(key)) state.players.delete(key);
  }
  players.forEach((player, index) => {
    if (areSeated && isSamePlayer(player, before[index]!)) return;
    const key = String(player.seat);
    const target = state.players.get(key) ?? new PlayerState();
    target.index = index;
    target.score = player.score;
    target.gain = player.gain ?? -1;
    target.first = player.markers[0] ?? -1;
    target.second = player.markers[1] ?? -1;
    target.isReady = player.isReady || undefined;
    target.isChallenging = player.isChallenging;
    target.isVolunteer = player.isVolunteer;
    target.place = player.place ?? 0;
    target.isBlind = player.isBlind;
    target.team = player.team === null ? 0 : player.team + 1;
    if (!state.players.has(key)) state.players.set(key, target);
  });
}

const isSamePlayer = (one: PlayerView, other: PlayerView): boolean =>
  one.seat === other.seat &&
  one.score === other.score &&
  one.gain === other.gain &&
  one.markers[0] === other.markers[0] &&
  one.markers[1] === other.markers[1] &&
  one.isBlind === other.isBlind &&
  one.team === other.team &&
  one.isVolunteer === other.isVolunteer &&
  one.isReady === other.isReady &&
  one.isChallenging === other.isChallenging &&
  one.place === other.place;

function roundState(record: RoundRecord): RoundState {
  // Field by field: by name the schema looks each of them up.
  const state = new RoundState();
  state.round = record.round;
  state.giver = record.giver;
  state.clue1 = record.clues[0] ?? '';
  state.clue2 = record.clues[1] ?? '';
  state.target = record.target ?? -1;
  state.markers = markersText(record.markers);
  for (const { seat, points } of record.gains) state.gains.set(String(seat), points);
  return state;
}

/** Who has a secret: the giver; in Party also, while markers may be hidden, whoever has one. */
export function secretSeats({ preset, stage, giver, players }: GameView): readonly SeatId[] {
  const isHiding = preset === 'party' && (stage === 'place' || stage === 'paused');
  return isHiding ? players.map(({ seat }) => seat) : [giver];
}

/**
 * Classic: the giver's card, color and warning change with the round or with a clue, and end with the round; no marker
 * changes any of them. In Party every marker may be a secret.
 */
export const areSecretsSame = (before: GameView, view: GameView): boolean =>
  view.preset === 'classic' &&
  before.preset === 'classic' &&
  view.round === before.round &&
  view.giver === before.giver &&
  view.stage === before.stage &&
  view.pass === before.pass &&
  view.clues === before.clues &&
  view.isRetry === before.isRetry &&
  view.isCondemned === before.isCondemned;

/** Writes what only this seat may see: the card and the color, or in Party their own marker. */
export const writeSecret = (
  state: GameState,
  seat: SeatId,
  view: GameView,
): SecretState | LaidState | null =>
  view.preset === 'classic' || seat === view.giver
    ? writeGiverSecret(state, view)
    : writeLaid(state, seat, view);

/**
 * Written before there is a marker, too, so that nothing about these objects depends on who has placed. Only while
 * `secretSeats` names the seat.
 */
function writeLaid(state: GameState, seat: SeatId, { round, pass, players }: GameView): LaidState {
  const key = String(seat);
  const known = state.laid.get(key);
  const laid = known?.round === round && known.pass === pass ? known : new LaidState({ round, pass });
  laid.cell = players.find((player) => player.seat === seat)?.markers[pass - 1] ?? -1;
  if (laid !== known) state.laid.set(key, laid);
  return laid;
}

/**
 * Writes the giver's secret. Every round gets its own object, so that nobody who was shown an earlier one sees the
 * next; returns it, or null when there is nothing to hide now.
 */
function writeGiverSecret(state: GameState, { secret }: GameView): SecretState | null {
  if (secret === null) return null;
  const current = state.secret;
  if (current && isSameCard(current, secret)) {
    current.target = secret.target ?? -1;
    current.warning = secret.warning ?? '';
    return current;
  }
  const fresh = new SecretState();
  fresh.target = secret.target ?? -1;
  fresh.warning = secret.warning ?? '';
  for (const cell of secret.card) fresh.card.push(cell);
  cards.set(fresh, secret.card);
  state.secret = fresh;
  return fresh;
}

/** The cards that were written. A list of the schema is a proxy, and reading one is slow. */
const cards = new WeakMap<SecretState, readonly number[]>();

function isSameCard(state: SecretState, { card }: GiverSecret): boolean {
  const written = cards.get(state);
  return (
    card === written || (card.length === written?.length && card.every((cell, i) => written[i] === cell))
  );
}

/** The compiler's proof that the state can be read back by `readGame`. */
export const asWire = (state: GameState): WireGame => state;
