import { playerId, type SeatId } from '../../../../shared/core/ids.ts';
import { addCounts, type Counts } from '../../../../shared/core/replay.ts';
import type { Entry } from '../../../../shared/engine/ports.ts';
import { initialTable, type TableState } from '../../../../shared/table/state.ts';
import { isBotPlayed, type Seat, type TableEvent } from '../../../../shared/table/types.ts';
import type { TableGame } from '../hosted-game.ts';
import type { FinishedGame } from './finished-games.ts';

/** Somebody who played, with the result. */
export interface PlayedBy {
  /** The id of a person; null for a bot. */
  readonly person: string | null;
  /** Of a bot; empty for a person. */
  readonly name: string;
  /** 1 is best; null for whoever left before the end. */
  readonly place: number | null;
  readonly points: number | null;
  /** What was counted while they sat there. */
  readonly counts: Counts;
}

/** A finished game with everybody who played it, the best first. */
export interface PlayedGame extends FinishedGame {
  readonly players: readonly PlayedBy[];
  /** No bot played a moment of it, for itself or for somebody who was away, and each played for themselves. */
  readonly isOfRivals: boolean;
}

interface Running {
  readonly number: number;
  readonly from: number;
  readonly startedAt: number;
  readonly seats: readonly Seat[];
  /** Who has, or had last, each seat. */
  readonly holders: Map<SeatId, Seat>;
  readonly counts: Map<string, Counts>;
  isOfPeople: boolean;
}

type Event = TableEvent<unknown>;

/** Follows a match, entry by entry, and tells what was played when a game is over that began while it did. */
export class PlayedGames {
  readonly #game: TableGame;
  #state: TableState<unknown>;
  #running: Running | null = null;

  /** @param state the table before the first entry that it is given */
  constructor(game: TableGame, state: TableState<unknown>) {
    this.#game = game;
    this.#state = state;
  }

  /**
   * Takes the next entry; the games that it ends.
   * @param after the table after it, when that is known
   */
  add(entry: Pick<Entry<Event>, 'seq' | 'at' | 'events'>, after?: TableState<unknown>): PlayedGame[] {
    const over: PlayedGame[] = [];
    let left = entry.events.length;
    for (const event of entry.events) {
      this.#count(event);
      this.#state = --left === 0 && after ? after : this.#game.table.evolve(this.#state, event);
      if (event.type === 'gameOpened') {
        const { seats } = this.#state;
        const holders = new Map(seats.map((seat) => [seat.id, seat]));
        const { seq: from, at: startedAt } = entry;
        this.#running = {
          number: event.number,
          from,
          startedAt,
          seats,
          holders,
          counts: new Map(),
          isOfPeople: true,
        };
      }
      if (this.#running && this.#state.seats.some(isBotPlayed)) this.#running.isOfPeople = false;
      if (event.type === 'gameClosed' && this.#running) {
        over.push(this.#ended(this.#running, entry));
        this.#running = null;
      }
    }
    return over;
  }

  #count(event: Event): void {
    if (!this.#running) return;
    const { holders, counts } = this.#running;
    if (event.type === 'seatTaken') {
      const { seat: id, kind, person, level } = event;
      holders.set(id, { id, kind, person, level, awaySince: null, isStoodIn: false });
    }
    if (event.type !== 'gameEvent' || this.#state.game === null) return;
    for (const { seat, counts: more } of this.#game.tally?.(this.#state.game, event.event) ?? []) {
      // What a bot did for somebody who was away is not theirs.
      const found = this.#state.seats.find((each) => each.id === seat && !isBotPlayed(each));
      if (found) counts.set(found.person.id, addCounts(counts.get(found.person.id) ?? {}, more));
    }
  }

  #ended(
    { number, from, startedAt, seats, holders, counts, isOfPeople }: Running,
    entry: { readonly seq: number; readonly at: number },
  ): PlayedGame {
    const { ranking, isTogether } = this.#game.rules.outcome(this.#state.game) ?? {
      ranking: [],
      isTogether: false,
    };
    const ranked = ranking.flatMap(({ seat, place, points }): PlayedBy[] => {
      const holder = holders.get(seat);
      return holder ? [{ ...facts(holder, counts), place, points }] : [];
    });
    const known = new Set(ranked.map(({ person }) => person));
    const people = [...holders.values(), ...seats].filter(({ kind }) => kind === 'human');
    const left = people
      .map((seat): PlayedBy => ({ ...facts(seat, counts), place: null, points: null }))
      .filter(({ person }) => !known.has(person) && known.add(person));
    return {
      game: this.#game.rules.name,
      number,
      visibility: this.#state.visibility,
      from,
      to: entry.seq,
      startedAt,
      endedAt: entry.at,
      seats: seats.map(seatFacts),
      people: [...new Set(people.map(({ person }) => person.id as string))],
      players: [...ranked, ...left],
      isOfRivals: isOfPeople && isTogether !== true,
    };
  }
}

/** Of people the id alone. */
const seatFacts = ({ id, kind, person }: Seat): FinishedGame['seats'][number] => ({
  ...{ seat: id, kind, marker: person.marker },
  ...{ person: kind === 'bot' ? '' : person.id, name: kind === 'bot' ? person.name : '' },
});

const facts = (
  { kind, person }: Seat,
  counts: ReadonlyMap<string, Counts>,
): Pick<PlayedBy, 'person' | 'name' | 'counts'> =>
  kind === 'bot'
    ? { person: null, name: person.name, counts: {} }
    : { person: person.id, name: '', counts: counts.get(person.id) ?? {} };

/** A table before this game: enough to follow it from there. */
export function tableBefore({ number, visibility, seats }: FinishedGame): TableState<unknown> {
  return {
    ...initialTable,
    phase: 'over',
    visibility,
    gameNumber: number - 1,
    seats: seats.map(
      ({ seat, kind, person, name, marker }): Seat => ({
        ...{ id: seat, kind, awaySince: null, isStoodIn: false },
        level: null,
        person: { id: playerId(person), name, marker },
      }),
    ),
  };
}
