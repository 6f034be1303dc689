import type { Client } from '@colyseus/core';
import type { SeatId } from '../../../shared/core/ids.ts';
import type { Match } from '../../../shared/engine/match.ts';
import type { Clock, Entropy, Entry, Log } from '../../../shared/engine/ports.ts';
import { CLOSE } from '../../../shared/protocol/codes.ts';
import type { TableState } from '../../../shared/table/state.ts';
import type { TableCommand, TableEvent, TableSetup, TableView } from '../../../shared/table/types.ts';
import type { Listing } from '../../directory/directory.ts';
import type { Topics } from '../../infra/topics.ts';
import type { TableSchema } from '../../schema/table-schema.ts';
import { type TalkInfo, tableTopic, talkOf } from '../table-talk.ts';
import { BotReactions } from './bot-reactions.ts';
import { BotDriver } from './bots.ts';
import type { Manners, Move, TableGame } from './hosted-game.ts';
import { Listed, type Said, TABLES_CHANGED } from './listing.ts';
import { type PlayedGame, PlayedGames } from './past/played-game.ts';
import type { ShownReaction } from './reactions.ts';
import { TableMirror } from './table-mirror.ts';
import { ToldTalk } from './told-talk.ts';

/** How far back a time may lie that a table shows, such as since when somebody is away, ms: the wire counts from there. */
const PAST_MS = 24 * 3_600_000;

/** What a live table needs of the process. */
export interface LiveTablePorts {
  readonly clock: Clock;
  readonly entropy: Entropy;
  readonly log: Log;
  readonly topics: Topics;
  /** How long bots think: 1 as people do, 0 not at all. */
  readonly botPace: number;
  readonly manners: Manners;
  /** Called when a person sits down: the match is one of theirs from now on. */
  seated(setup: TableSetup, person: string): void;
  /** Called when a game may be over that nobody has told of yet. @param seen the game, where the table saw all of it */
  finished(setup: TableSetup, seen: PlayedGame | null): void;
}

/** What a live table asks of its room. */
export interface TableHost {
  /** How many people are here. */
  people(): number;
  /** The connections of a person. */
  socketsOf(player: string): readonly Client[];
  list(listing: Listing): Promise<void>;
  expel(player: string, code: number): void;
  end(code: number): void;
  react(shown: ShownReaction): void;
}

/**
 * An open table, and all who hear of what happens there: the state that is synchronized, its bots, its talk, the list. An
 * object of its own: a room is a dictionary for V8, and each look at one of its fields is a search.
 */
export class LiveTable {
  readonly #ports: LiveTablePorts;
  readonly #game: TableGame;
  readonly #setup: TableSetup;
  readonly #match: Match<TableState<unknown>, TableCommand<Move>>;
  readonly #host: TableHost;
  readonly #mirror: TableMirror;
  readonly #told: ToldTalk;
  readonly #listed: Listed<unknown>;
  readonly #bots: BotDriver;
  readonly #botReactions: BotReactions;
  #played: PlayedGames;
  #patch: () => void = () => {};

  constructor(
    ports: LiveTablePorts,
    game: TableGame,
    setup: TableSetup,
    match: Match<TableState<unknown>, TableCommand<Move>>,
    host: TableHost,
  ) {
    this.#ports = ports;
    this.#game = game;
    this.#setup = setup;
    this.#match = match;
    this.#host = host;
    this.#mirror = new TableMirror(game, match.now() - PAST_MS);
    this.#told = new ToldTalk(game.table.game);
    this.#listed = new Listed(setup, game);
    this.#played = new PlayedGames(game, match.state);
    this.#bots = new BotDriver(
      game.table,
      game.bot,
      ports,
      (state, move) => game.screen?.(state, move, ports.manners) ?? null,
    );
    this.#botReactions = new BotReactions(game.bot.reacts, ports, (shown) => host.react(shown));
  }

  /** The state that is synchronized with everybody. */
  get state(): TableSchema {
    return this.#mirror.state;
  }

  /** What sends to everybody what changed, as soon as there is a state to send. */
  patchWith(patch: () => void): void {
    this.#patch = patch;
  }

  /** Shows the table as it was read from the journal. */
  resume(): void {
    this.#mirror.write(this.#view());
    this.#bots.update(this.#match);
  }

  /** Bots do nothing any more. */
  stop(): void {
    this.#bots.stop();
    this.#botReactions.stop();
  }

  /** After an entry is stored: mirror, one patch to everybody, then whatever follows from it. */
  commit(entry: Entry<TableEvent<unknown>>, state: TableState<unknown>): void {
    const over = this.#overWith(entry, state);
    const view = this.#view();
    if (this.#told.isNews(state)) {
      this.#ports.topics.publish(tableTopic(talkOf(this.#setup.matchId)), entry.seq);
    }
    this.#mirror.write(view);
    this.#mirror.showChanged(this.#clientsOf, this.#viewOf);
    this.#patch();
    for (const event of entry.events) {
      const { type } = event;
      if (type === 'gameEvent') continue;
      if (type === 'personBanned') this.#host.expel(event.player, CLOSE.kicked);
      if (type === 'seatTaken' && event.kind === 'human') this.#ports.seated(this.#setup, event.person.id);
      if (type === 'gameClosed') this.#ports.finished(this.#setup, over);
    }
    this.#bots.update(this.#match);
    this.#botReactions.update(view);
    this.#tell(this.#listed.next(view, this.#host.people()));
    if (state.phase === 'closed') this.#host.end(CLOSE.gone);
  }

  /** The game that ends with an entry, where all of it was seen. It costs the table less than to read it later. */
  #overWith(entry: Entry<TableEvent<unknown>>, state: TableState<unknown>): PlayedGame | null {
    try {
      return this.#played.add(entry, state).at(-1) ?? null;
    } catch (error) {
      this.#ports.log.error({ err: error, match: this.#setup.matchId, seq: entry.seq }, 'counting failed');
      this.#played = new PlayedGames(this.#game, state);
      return null;
    }
  }

  /** Shows whoever is connected for a seat what that seat alone may see. */
  showSecrets(): void {
    this.#mirror.show(this.#clientsOf, this.#viewOf);
  }

  /** Tells the directory what changed, if anything that it knows did. */
  list(): void {
    this.#tell(this.#listed.next(this.#view(), this.#host.people()));
  }

  /** Tells the directory that the table ends. */
  unlist(): void {
    this.#tell(this.#listed.end());
  }

  /** What the talk of this table hears of it at this moment. */
  talkInfo(): TalkInfo {
    return this.#told.infoOf(this.#match.state, this.#match.seq);
  }

  readonly #clientsOf = (seat: SeatId): readonly Client[] => {
    const taken = this.#match.state.seats.find(({ id, kind }) => id === seat && kind === 'human');
    return taken ? this.#host.socketsOf(taken.person.id) : [];
  };

  #view(): TableView<unknown> {
    return this.#game.table.view(this.#match.state, { kind: 'spectator' });
  }

  /** The game as one seat sees it. */
  readonly #viewOf = (seat: SeatId): unknown => {
    const { game } = this.#match.state;
    return game === null ? null : this.#game.table.game.view(game, { kind: 'seat', seat });
  };

  #tell(said: Said | null): void {
    if (said === null) return;
    void this.#host.list(said.listing).then(() => {
      if (said.isShown) this.#ports.topics.publish(TABLES_CHANGED, this.#setup.code);
    });
  }
}
