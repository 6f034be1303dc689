import type { Client } from '@colyseus/core';
import { type PlayerId, playerId } from '../../../shared/core/ids.ts';
import { err, ok, type Result } from '../../../shared/core/result.ts';
import type { Rejection } from '../../../shared/core/rules.ts';
import type { Match, Receipt } from '../../../shared/engine/match.ts';
import { openMatch } from '../../../shared/engine/open-match.ts';
import type { Journal } from '../../../shared/engine/ports.ts';
import { CLOSE } from '../../../shared/protocol/codes.ts';
import { clockMessage, reactMessage } from '../../../shared/protocol/messages.ts';
import { apartAt } from '../../../shared/table/apart.ts';
import { seatOf, type TableState } from '../../../shared/table/state.ts';
import type { TableCommand, TableEvent, TableSetup } from '../../../shared/table/types.ts';
import type { TableSchema } from '../../schema/table-schema.ts';
import { Unavailable } from '../../storage/types.ts';
import { Facts } from '../guard/facts.ts';
import { type ChangedPerson, type Member, PERSON_CHANGED } from '../guard/member.ts';
import { NotOpened } from '../guard/not-opened.ts';
import { SafeRoom, type SafeRoomPorts, type Standing } from '../guard/SafeRoom.ts';
import { type Silenced, type TalkInfo, talkOf } from '../table-talk.ts';
import { Door, type TablePasswords } from './door.ts';
import type { Move, TableGame, TableGames } from './hosted-game.ts';
import { LiveTable, type LiveTablePorts } from './live-table.ts';
import type { NewPasswords } from './new-passwords.ts';
import { TableReactions } from './reactions.ts';
import { personOf, TableCommands } from './table-commands.ts';

/** Refusals of the engine: nothing was said. */
const UNSAID: ReadonlySet<string> = new Set(['busy', 'unavailable', 'internal', 'moved', 'gone']);
/** Everybody at a table, spectators included: as many as a lobby has. */
const MAX_CLIENTS = 2_000;

/** What a page must know of a table before it comes in. */
export interface TableIntroduction {
  /** The conversation of the people there. */
  readonly talk: string;
  readonly game: string;
}

/** What the next owner of a table must know besides what is stored. */
interface Left {
  /** The time of the match, epoch ms: it stands still until somebody has it again. */
  readonly leftAt: number;
}

export interface GameRoomPorts extends SafeRoomPorts, LiveTablePorts {
  readonly games: TableGames;
  /** Where the entries of a game's tables are kept. */
  journalOf(game: TableGame): Journal<TableEvent<unknown>>;
  readonly passwords: TablePasswords;
  /** One for all tables of this process. */
  readonly newPasswords: NewPasswords;
  /** Called when a table is closed for good: nobody can come back. Resolves when that is known to the directory. */
  close(setup: TableSetup): Promise<void>;
}

/**
 * A table, whatever is played at it. The room is an adapter and decides nothing: guard → mailbox → mirror → patch → reply.
 */
export class GameRoom extends SafeRoom<TableSchema> {
  protected override readonly fullCode = 'table_full';
  /** Whoever watches has nothing to hurry for. */
  protected override crowdMs = 500;
  readonly #ports: GameRoomPorts;
  readonly #facts: Facts<TableCommand<Move>>;
  #game!: TableGame;
  #match!: Match<TableState<unknown>, TableCommand<Move>>;
  /** Null as long as it is not open. */
  #table: LiveTable | null = null;
  /** Its rules say when it closes. */
  override autoDispose = false;
  #setup!: TableSetup;
  /** Who may not write in the talk, as far as it has told. */
  #silenced: readonly Silenced[] = [];
  readonly #door: Door;

  constructor(ports: GameRoomPorts) {
    super(ports);
    this.#ports = ports;
    this.#door = new Door(ports.passwords);
    this.#facts = new Facts(ports, (command) => this.#say(command));
  }

  override async onOpen({ leftAt, ...setup }: TableSetup & Partial<Left>): Promise<void> {
    this.#setup = setup;
    const game = this.#ports.games.get(setup.game);
    // A game that is not played here any more, or not yet.
    if (!game) throw new NotOpened('unknown_game');
    this.#game = game;
    this.roomId = setup.code;
    this.maxClients = MAX_CLIENTS;
    const ports = { ...this.#ports, journal: this.#ports.journalOf(game), hasOwnTime: true, leftAt };
    let table: LiveTable | null = null;
    const opened = await openMatch(game.table, setup.matchId, ports, {
      onCommit: (entry, state) => table?.commit(entry, state),
      onStop: (reason) => {
        table?.stop();
        this.#facts.stop();
        if (reason === 'closed') return;
        if (!this.isResting) ports.guard.metrics.stops.of('table', reason).add();
        this.end(CLOSE.moved);
      },
    });
    if (!opened.ok) throw new NotOpened(opened.error.code);
    const match = opened.value;
    this.#match = match;
    // The server ended between the closing entry and the directory.
    if (match.state.phase === 'closed') throw new NotOpened('gone');
    table = this.#tableOf(game, setup, match);
    this.#table = table;
    this.state = table.state;
    table.patchWith(this.patcher());
    table.list();
    if (match.state.phase === 'unopened') await this.#open(setup);
    else await this.#resume(table);
    await this.listen(PERSON_CHANGED, (person) => this.#personChanged(person));
    if (match.stopped) throw new NotOpened('moved');
  }

  /** The table, and what people can ask it. */
  #tableOf(
    game: TableGame,
    setup: TableSetup,
    match: Match<TableState<unknown>, TableCommand<Move>>,
  ): LiveTable {
    const { connections } = this;
    const { manners, newPasswords, guard } = this.#ports;
    const moves = guard.metrics.moves.of(setup.game);
    const memberOf = (client: Client) => connections.memberOf(client);
    const commands = new TableCommands({ manners, newPasswords, moves, memberOf }, game, match);
    const reactions = new TableReactions(this.#ports.clock, {
      clients: () => this.clients,
      personOf: (client) => memberOf(client).person.id,
      seatOf: (client) => commands.seatOf(client),
      silenced: () => this.#silenced,
      apart: () => apartAt(match.state, game.table.game),
    });
    this.handle(
      'command',
      game.commandSchema,
      (client, { id, command }) => commands.carryOut(client, id, command),
      game.readMove,
    );
    this.handle('clock', clockMessage, () => ok({ now: match.now() }));
    this.handle('react', reactMessage, (client, { emoji }) => reactions.react(client, emoji));
    return new LiveTable(this.#ports, game, setup, match, {
      people: () => connections.size,
      socketsOf: (player) => connections.socketsOf(player),
      list: (listing) => this.list(listing),
      expel: (player, code) => this.expel(player, code),
      end: (code) => this.end(code),
      react: (shown) => reactions.show(shown),
    });
  }

  async #open({ name, visibility, bots, language, mode, options: own }: TableSetup): Promise<void> {
    const ofMode = mode === undefined ? undefined : this.#game.optionsOf?.(mode);
    // A table that was made for another version of the game begins as it does by itself.
    const read = own === undefined ? undefined : this.#game.optionsSchema.safeParse(own).data;
    const chosen = read ?? ofMode;
    const options = chosen ?? this.#game.defaultOptions;
    const isChosen = chosen !== undefined;
    await this.#begin({ type: 'open', name, visibility, options, isChosen, bots, language });
  }

  /** Goes on from the journal. Nobody is here yet: everybody has the usual time to come back, from now on. */
  async #resume(table: LiveTable): Promise<void> {
    const { state } = this.#match;
    table.resume();
    // The server may have ended before it was told.
    if (state.gameNumber > (state.phase === 'playing' ? 1 : 0)) this.#ports.finished(this.#setup, null);
    for (const { kind, person, awaySince } of state.seats) {
      if (kind !== 'human') continue;
      if (awaySince !== null) await this.#begin({ type: 'comeBack', player: person.id });
      await this.#begin({ type: 'goAway', player: person.id });
    }
  }

  override async onEnter(_client: Client, member: Member): Promise<void> {
    if (member.isScreen) return;
    const player = playerId(member.person.id);
    // Whoever looks after the server looks in without taking a seat.
    const isGuest = this.#match.state.phase === 'waiting' && !member.isOperator;
    if (member.wantsSeat || isGuest) {
      void this.#facts.tell(`sit ${player}`, () => this.#sitting(player));
    }
    await this.#facts.tell(`here ${player}`, () => this.#presence(player));
    this.#table?.showSecrets();
    this.#table?.list();
  }

  override async onExit(member: Member): Promise<void> {
    if (member.isScreen) return;
    const player = playerId(member.person.id);
    void this.#facts.tell(`here ${player}`, () => this.#presence(player));
    this.#table?.list();
  }

  override async onEnd(): Promise<void> {
    this.#facts.stop();
    this.#match?.close();
    if (this.#match?.state.phase === 'closed') await this.#ports.close(this.#setup);
    this.#table?.unlist();
  }

  protected override settled(): Promise<void> {
    this.#table?.stop();
    return this.#match.idle();
  }

  protected override letGo(): Left {
    const leftAt = this.#match.now();
    this.#match.close('moved');
    return { leftAt };
  }

  protected override lastWrite(): Promise<void> {
    return this.#match.idle();
  }

  /** Labels: its game and its phase. */
  override get standing(): Standing {
    return { ...super.standing, labels: [this.#setup.game, this.#match.state.phase] };
  }

  /** Who plays, on whatever they look at the table. */
  protected override hurried(): ReadonlySet<Client> {
    const people = this.#match.state.seats.filter(({ kind }) => kind === 'human');
    return new Set(people.flatMap(({ person }) => this.connections.allOf(person.id)));
  }

  override isAwaited(person: string): boolean {
    const { state } = this.#match;
    return state.phase === 'playing' && seatOf(state, playerId(person)) !== undefined;
  }

  protected override refusalOf({ person }: Member): Rejection | null {
    if (this.#match.state.phase === 'closed') return { code: 'gone' };
    return this.#match.state.banned.includes(playerId(person.id)) ? { code: 'kicked' } : null;
  }

  /** As for every room, but who has no seat is asked for the password, where there is one. */
  override async promiseSeat(member: Member, ticket: string, password: string | null = null) {
    const refusal =
      this.admits(member) ?? (await this.#door.admits(this.#match.state, member.person.id, password));
    return refusal ? err(refusal) : super.promiseSeat(member, ticket);
  }

  protected override get introduction(): TableIntroduction {
    return { talk: talkOf(this.#setup.matchId), game: this.#setup.game };
  }

  /** Without this the table cannot be opened; a refusal of the rules means that there was nothing to change. */
  async #begin(command: TableCommand<Move>): Promise<void> {
    const said = await this.#say(command);
    if (!said.ok && UNSAID.has(said.error.code)) throw new NotOpened(said.error.code);
  }

  #say(command: TableCommand<Move>): Promise<Result<Receipt, Rejection>> {
    return this.#match.dispatch({
      commandId: this.#match.ownId(command.type),
      by: { kind: 'system' },
      command,
    });
  }

  /** Somebody who came for a seat gets one while they are here. */
  #sitting(player: PlayerId): TableCommand<Move> | null {
    const [client] = this.socketsOf(player);
    if (!client || seatOf(this.#match.state, player)) return null;
    return { type: 'sit', person: personOf(this.memberOf(client)) };
  }

  /** What the table must hear of who is here at this moment. */
  #presence(player: PlayerId): TableCommand<Move> | null {
    const { state } = this.#match;
    const seat = seatOf(state, player);
    if (this.socketsOf(player).length > 0) {
      return seat && seat.awaySince !== null ? { type: 'comeBack', player } : null;
    }
    const isHere = seat?.awaySince === null || state.queue.some(({ id }) => id === player);
    return isHere ? { type: 'goAway', player } : null;
  }

  /** Somebody has another name or marker; they need not be at this table. */
  #personChanged(changed: ChangedPerson): void {
    this.updatePerson(changed);
    const { id, name, marker } = changed;
    void this.#facts.tell(`name ${id}`, () => {
      const { state } = this.#match;
      const isKnown = seatOf(state, id) || state.queue.some((person) => person.id === id);
      return isKnown ? { type: 'rename', person: { id, name, marker } } : null;
    });
  }

  /**
   * What the talk of this table needs to know at this moment; null for any other. Called before whatever is said there is
   * taken, possibly from another process, which says who may not write there unless its program is an older one. Throws
   * when somebody else has the table meanwhile.
   */
  talkInfo(talk: string, silenced?: readonly Silenced[]): TalkInfo | null {
    if (talk !== talkOf(this.#setup.matchId)) return null;
    this.#silenced = silenced ?? this.#silenced;
    if (this.#match.stopped) throw new Unavailable('the table is elsewhere');
    return this.#table?.talkInfo() ?? null;
  }

  /** Carries out what whoever looks after the server wants; possibly from another process. */
  async operate(
    command: Extract<TableCommand<Move>, { type: 'close' | 'expel' }>,
  ): Promise<Rejection | null> {
    const said = await this.#say(command);
    return said.ok ? null : said.error;
  }
}
