import { kindOf, type TableProgress } from '../../../shared/core/about.ts';
import { seatLimits } from '../../../shared/core/rules.ts';
import type { PublicTable, TableFilter } from '../../../shared/protocol/http.ts';
import { isPresentHuman } from '../../../shared/table/state.ts';
import type { Seat, TableSetup, TableView, Visibility } from '../../../shared/table/types.ts';
import type { Listing } from '../../directory/directory.ts';
import { topic } from '../../infra/topics.ts';
import { Changes } from './changes.ts';

/** The list of public tables changed; what is said is the code of one. */
export const TABLES_CHANGED = topic<string>('tables-changed');

/** The list of public tables that people are at, fullest first. */
export const PUBLIC = 'public';
/** The list of those that somebody looks for. Each table stands in eight of them, whatever there is to look for. */
export function publicList({ kind, language, free }: TableFilter): string {
  if (kind === undefined && language === undefined && free === undefined) return PUBLIC;
  return [PUBLIC, kind ?? '', language ?? '', free ?? ''].join('|');
}
/** The list of all tables, also of those that are for friends or empty, fullest first. */
export const EVERY = 'every';
/** The list of tables of a game that have a seat for whoever comes, most company first. */
export const joinable = (game: string): string => `joinable/${game}`;

/** All tables; those that one person made. */
export const ALL_TABLES = 'tables';
export const tablesBy = (owner: string): string => `tables/${owner}`;

/** What the directory knows of a table. Only the fields of `PublicTable` ever leave the server. */
export interface TableListing extends Omit<PublicTable, 'code'> {
  readonly visibility: Visibility;
  /** Ids of the people with a seat; nobody's at one that is closed. */
  readonly seated: readonly string[];
  /** Those of them who are there now. */
  readonly present: readonly string[];
  /** Seats that a person could have, now or after the round: free ones and those of bots. */
  readonly openSeats: number;
}

/** What a line in the list needs to know of a game. */
interface ListedGame<V> {
  readonly rules: Parameters<typeof seatLimits>[0];
  progress(view: V): TableProgress;
  modeOf?(options: unknown): string;
}

/** What to list of a table as everybody sees it. `people` counts connections. */
function listingOf<V>(
  view: TableView<V>,
  setup: Pick<TableSetup, 'game'>,
  people: number,
  game: ListedGame<V>,
): TableListing {
  const bots = view.seats.filter((seat) => seat.kind === 'bot').length;
  const { max: maxSeats } = seatLimits(game.rules, view.options);
  const seats = view.phase === 'closed' ? [] : view.seats;
  const openSeats = maxSeats - (view.seats.length - bots) - view.queue.length;
  return {
    game: setup.game,
    name: view.name,
    phase: view.phase === 'playing' || view.phase === 'over' ? view.phase : 'waiting',
    progress: view.game === null ? null : game.progress(view.game),
    seats: view.seats.length - bots,
    bots,
    maxSeats,
    people,
    mode: game.modeOf?.(view.options) ?? '',
    language: view.language,
    watchers: Math.max(0, people - view.seats.filter(isPresentHuman).length),
    isFree: !view.isLocked && openSeats > 0,
    visibility: view.visibility,
    seated: idsOf(seats.filter(({ kind }) => kind === 'human')),
    present: idsOf(seats.filter(isPresentHuman)),
    openSeats,
  };
}

const idsOf = (seats: readonly Seat[]): string[] => seats.map(({ person }) => person.id);

/** The lists a table stands in. */
function ranksOf(table: TableListing): Listing['ranks'] {
  const every = { [EVERY]: table.people };
  if (table.visibility !== 'public' || table.people === 0) return every;
  const { game, mode, language, people, seats } = table;
  const lists = [undefined, kindOf(game, mode)].flatMap((kind) =>
    [undefined, language].flatMap((spoken) =>
      (table.isFree ? [undefined, '1' as const] : [undefined]).map((free) =>
        publicList({ kind, language: spoken, free }),
      ),
    ),
  );
  const isOpen = table.isFree && table.phase !== 'over';
  return {
    ...every,
    ...Object.fromEntries(lists.map((list) => [list, people])),
    ...(isOpen && { [joinable(game)]: seats }),
  };
}

/** What is to be said of a table. */
export interface Said {
  readonly listing: Listing;
  /** Whether it shows in the public list, or did until now. */
  readonly isShown: boolean;
}

/** What was listed of one table last. */
export class Listed<V> {
  readonly #setup: Pick<TableSetup, 'game'>;
  readonly #game: ListedGame<V>;
  readonly #changes = new Changes();
  #last: TableListing | null = null;
  /** The last one as text; null as long as nobody needed it. */
  #text: string | null = null;
  #isShown = false;

  constructor(setup: Pick<TableSetup, 'game'>, game: ListedGame<V>) {
    this.#setup = setup;
    this.#game = game;
  }

  /** What to list from now on; null when that is what was listed last. */
  next(view: TableView<V>, people: number): Said | null {
    const { name, phase, visibility, options, seats, queue, game, language, isLocked } = view;
    const progress = game === null ? null : this.#game.progress(game);
    if (
      // biome-ignore format: one call, whatever its length
      !this.#changes.note(name, phase, visibility, options, seats, queue, people, language, isLocked, progress?.now, progress?.of)
    )
      return null;
    const about = listingOf(view, this.#setup, people, this.#game);
    if (this.#isLast(about)) return null;
    return this.#said({ people, about, ranks: ranksOf(about) });
  }

  /** Whether this is what was said last; else it is from now on. */
  #isLast(about: TableListing): boolean {
    const last = this.#last;
    this.#last = about;
    // Where somebody came or left it is not, whatever else it says.
    const text = last?.people === about.people ? JSON.stringify(about) : null;
    const before = text === null ? null : (this.#text ?? JSON.stringify(last));
    this.#text = text;
    return text !== null && text === before;
  }

  /** What to list of a table that ends. */
  end(): Said {
    return this.#said({ people: 0, about: {}, ranks: {} });
  }

  #said(listing: Listing): Said {
    const wasShown = this.#isShown;
    this.#isShown = PUBLIC in listing.ranks;
    return { listing, isShown: wasShown || this.#isShown };
  }
}
