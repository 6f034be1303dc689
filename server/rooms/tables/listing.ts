import type { PublicTable } from '../../../shared/protocol/http.ts';
import type { TableSetup, TableView, Visibility } from '../../../shared/table/types.ts';
import { topic } from '../../infra/topics.ts';
import { talkOf } from '../table-talk.ts';

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

/** What to list of a table as everybody sees it. `people` counts connections. */
export function listingOf<V>(
  view: TableView<V>,
  setup: Pick<TableSetup, 'owner' | 'matchId' | 'game'>,
  people: number,
  game: {
    readonly rules: { readonly maxSeats: number };
    line(view: V): string;
  },
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
