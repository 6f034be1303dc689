import type { PublicTable } from '../../../shared/protocol/http.ts';
import type { TableSetup, TableView, Visibility } from '../../../shared/table/types.ts';
import { topic } from '../../infra/topics.ts';
import { talkOf } from '../table-talk.ts';
import { Changes } from './changes.ts';

/** The list of tables changed; what is said is the code of one. */
export const TABLES_CHANGED = topic<string>('tables-changed');

/** What matchmaking knows of a table. Only the fields of `PublicTable` ever leave the server. */
export interface TableListing extends Omit<PublicTable, 'code'> {
  readonly visibility: Visibility;
  readonly owner: string;
  /** The conversation of the people at it. */
  readonly talk: string;
  /** Seats that a person could have, now or after the round: free ones and those of bots. */
  readonly openSeats: number;
}

/** What a line in the list needs to know of a game. */
interface ListedGame<V> {
  readonly rules: { readonly maxSeats: number };
  line(view: V): string;
}

/** What to list of a table as everybody sees it. `people` counts connections. */
export function listingOf<V>(
  view: TableView<V>,
  setup: Pick<TableSetup, 'owner' | 'matchId' | 'game'>,
  people: number,
  game: ListedGame<V>,
): TableListing {
  const bots = view.seats.filter((seat) => seat.kind === 'bot').length;
  const { maxSeats } = game.rules;
  return {
    game: setup.game,
    name: view.name,
    phase: view.phase === 'playing' || view.phase === 'over' ? view.phase : 'waiting',
    line: view.game === null ? '' : game.line(view.game),
    seats: view.seats.length - bots,
    bots,
    maxSeats,
    people,
    visibility: view.visibility,
    owner: setup.owner,
    talk: talkOf(setup.matchId),
    openSeats: maxSeats - (view.seats.length - bots) - view.queue.length,
  };
}

/** What was listed of one table last. */
export class Listed<V> {
  readonly #setup: Pick<TableSetup, 'owner' | 'matchId' | 'game'>;
  readonly #game: ListedGame<V>;
  readonly #changes = new Changes();
  #text = '';

  constructor(setup: Pick<TableSetup, 'owner' | 'matchId' | 'game'>, game: ListedGame<V>) {
    this.#setup = setup;
    this.#game = game;
  }

  /** What to list from now on; null when that is what was listed last. */
  next(view: TableView<V>, people: number): TableListing | null {
    const { name, phase, visibility, seats, queue, game } = view;
    const line = game === null ? '' : this.#game.line(game);
    if (!this.#changes.note(name, phase, visibility, seats, queue, line, people)) return null;
    const listing = listingOf(view, this.#setup, people, this.#game);
    const text = JSON.stringify(listing);
    if (text === this.#text) return null;
    this.#text = text;
    return listing;
  }
}
