import { seatId } from '../../shared/core/ids.ts';
import type { GameView, GiverSecret, PlayerView, RoundRecord } from '../../shared/games/color-clues/types.ts';
import { PHASES, STAGES, type WireTable } from '../../shared/protocol/wire.ts';
import type { TableView } from '../../shared/table/types.ts';
import {
  GameState,
  PlayerState,
  QueuedState,
  RoundState,
  SeatState,
  SecretState,
  TableState,
} from './table-state.ts';

/** Seats are sent as code units of a string; 0xD800–0xDFFF would be torn apart as surrogates. */
const MAX_SEAT = 0xd7ff;

/** Makes an empty state whose times count from `epochMs`. */
export const newTableState = (epochMs: number): TableState => new TableState({ epochMs });

/**
 * Writes a public view into the state; the schema notices what really changed. The only place that assigns schema
 * fields. Secrets go through `writeSecret`.
 */
export function mirror(state: TableState, view: TableView<GameView>): void {
  const time = (epoch: number | null) =>
    epoch === null ? 0 : Math.max(1, Math.round(epoch - state.epochMs));
  state.name = view.name;
  state.isPrivate = view.visibility === 'private';
  state.phase = PHASES.indexOf(view.phase);
  state.host = view.host ?? 0;
  state.options = JSON.stringify(view.options);
  state.gameNumber = view.gameNumber;

  const seats = new Set(view.seats.map((seat) => String(seat.id)));
  for (const key of [...state.seats.keys()]) if (!seats.has(key)) state.seats.delete(key);
  view.seats.forEach((seat, index) => {
    const key = String(seat.id);
    const target = state.seats.get(key) ?? new SeatState();
    target.index = index;
    target.isBot = seat.kind === 'bot';
    target.playerId = seat.person.id;
    target.name = seat.person.name;
    target.marker = seat.person.marker;
    target.awaySince = time(seat.awaySince);
    if (!state.seats.has(key)) state.seats.set(key, target);
  });

  const isSameQueue =
    state.queue.length === view.queue.length &&
    view.queue.every((person, i) => {
      const old = state.queue[i];
      return old?.playerId === person.id && old.name === person.name && old.marker === person.marker;
    });
  if (!isSameQueue) {
    state.queue.clear();
    for (const { id, name, marker } of view.queue)
      state.queue.push(new QueuedState({ playerId: id, name, marker }));
  }

  if (view.game === null) return;
  state.game ??= new GameState();
  mirrorGame(state.game, view.game, time);
}

function mirrorGame(state: GameState, view: GameView, time: (epoch: number | null) => number): void {
  state.stage = STAGES.indexOf(view.stage);
  state.pass = view.pass;
  state.round = view.round;
  state.rounds = view.rounds;
  state.giver = view.giver;
  state.giverFactor = view.giverFactor;
  state.isRetry = view.isRetry;
  state.isCondemned = view.isCondemned;
  state.clue1 = view.clues[0] ?? '';
  state.clue2 = view.clues[1] ?? '';
  state.until = time(view.until);
  state.spanMs = view.spanMs ?? 0;
  state.target = view.target ?? -1;
  state.promise = view.promise ?? '';
  mirrorQueue(state, view);
  mirrorPlayers(state, view.players);
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

function mirrorPlayers(state: GameState, players: readonly PlayerView[]): void {
  const seats = new Set(players.map((player) => String(player.seat)));
  for (const key of [...state.players.keys()]) if (!seats.has(key)) state.players.delete(key);
  players.forEach((player, index) => {
    const key = String(player.seat);
    const target = state.players.get(key) ?? new PlayerState();
    target.index = index;
    target.score = player.score;
    target.gain = player.gain ?? -1;
    target.first = player.markers[0] ?? -1;
    target.second = player.markers[1] ?? -1;
    target.isReady = player.isReady;
    target.isChallenging = player.isChallenging;
    target.place = player.place ?? 0;
    if (!state.players.has(key)) state.players.set(key, target);
  });
}

function roundState(record: RoundRecord): RoundState {
  const state = new RoundState({
    round: record.round,
    giver: record.giver,
    clue1: record.clues[0] ?? '',
    clue2: record.clues[1] ?? '',
    target: record.target ?? -1,
  });
  for (const { seat, points } of record.gains) state.gains.set(String(seat), points);
  return state;
}

/**
 * Writes the giver's secret. Every round gets its own object, so that nobody who was shown an earlier one sees the
 * next; returns it, or null when there is nothing to hide now.
 */
export function writeSecret(state: TableState, view: GameView | null): SecretState | null {
  if (!state.game) return null;
  const secret = view?.secret ?? null;
  if (secret === null) return null;
  const current = state.game.secret;
  if (current && isSameCard(current, secret)) {
    current.target = secret.target ?? -1;
    current.warning = secret.warning ?? '';
    return current;
  }
  const fresh = new SecretState({ target: secret.target ?? -1, warning: secret.warning ?? '' });
  for (const cell of secret.card) fresh.card.push(cell);
  state.game.secret = fresh;
  return fresh;
}

const isSameCard = (state: SecretState, secret: GiverSecret): boolean =>
  state.card.length === secret.card.length && secret.card.every((cell, i) => state.card[i] === cell);

/** The compiler's proof that the state can be read back by `readTable`. */
export const asWire = (state: TableState): WireTable => state;

/** The giver's seat while there is a secret to keep, else null. */
export const secretKeeper = (view: TableView<GameView>) =>
  view.phase === 'playing' && view.game ? seatId(view.game.giver) : null;
