import type { Client } from '@colyseus/core';
import { commandId, type PlayerId, playerId, type SeatId, seatId } from '../../../shared/core/ids.ts';
import { err, ok, type Result } from '../../../shared/core/result.ts';
import type { Actor, Rejection, Viewer } from '../../../shared/core/rules.ts';
import type { Match, Receipt } from '../../../shared/engine/match.ts';
import { openMatch } from '../../../shared/engine/open-match.ts';
import type { Clock, Entropy, Entry, Journal, Log } from '../../../shared/engine/ports.ts';
import { CLOSE, type CommandReply } from '../../../shared/protocol/codes.ts';
import { clockMessage, reactMessage } from '../../../shared/protocol/messages.ts';
import { apartAt } from '../../../shared/table/apart.ts';
import { seatOf, type TableState } from '../../../shared/table/state.ts';
import type {
  Person,
  TableCommand,
  TableEvent,
  TableOnlyCommand,
  TableSetup,
  TableView,
} from '../../../shared/table/types.ts';
import type { TableSchema } from '../../schema/table-schema.ts';
import { Unavailable } from '../../storage/types.ts';
import { Facts } from '../guard/facts.ts';
import { type ChangedPerson, type Member, PERSON_CHANGED } from '../guard/member.ts';
import { NotOpened } from '../guard/not-opened.ts';
import { SafeRoom, type SafeRoomPorts, type Standing } from '../guard/SafeRoom.ts';
import { type Silenced, type TalkInfo, tableTopic, talkOf } from '../table-talk.ts';
import { BotReactions } from './bot-reactions.ts';
import { BotDriver } from './bots.ts';
import { Door, type TablePasswords } from './door.ts';
import type { Manners, Move, TableGame, TableGames } from './hosted-game.ts';
import { Listed, type Said, TABLES_CHANGED } from './listing.ts';
import type { NewPasswords } from './new-passwords.ts';
import { TableReactions } from './reactions.ts';
import { TableMirror } from './table-mirror.ts';
import { ToldTalk } from './told-talk.ts';

/** No seat has this number. */
const NOBODY = seatId(0);
/** Refusals of the engine: nothing was said. */
const UNSAID: ReadonlySet<string> = new Set(['busy', 'unavailable', 'internal', 'moved', 'gone']);
/** Everybody at a table, spectators included: as many as a lobby has. */
const MAX_CLIENTS = 2_000;

/** How far back a time may lie that a table shows, such as since when somebody is away, ms: the wire counts from there. */
const PAST_MS = 24 * 3_600_000;

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

export interface GameRoomPorts extends SafeRoomPorts {
  readonly games: TableGames;
  /** Where the entries of a game's tables are kept. */
  journalOf(game: TableGame): Journal<TableEvent<unknown>>;
  /** How long bots think: 1 as people do, 0 not at all. */
  readonly botPace: number;
  readonly manners: Manners;
  readonly passwords: TablePasswords;
  /** One for all tables of this process. */
  readonly newPasswords: NewPasswords;
  readonly clock: Clock;
  readonly entropy: Entropy;
  readonly log: Log;
  /** Called when a person sits down: the match is one of theirs from now on. */
  seated(setup: TableSetup, person: string): void;
  /** Called when a game may be over that nobody has told of yet. */
  finished(setup: TableSetup): void;
  /** Called when a table is closed for good: nobody can come back. Resolves when that is known to the directory. */
  close(setup: TableSetup): Promise<void>;
}

/**
 * A table, whatever is played at it. The room is an adapter and decides nothing: guard → mailbox → mirror → patch → reply.
 */
export class GameRoom extends SafeRoom<TableSchema> {
  protected override readonly fullCode = 'table_full';
  readonly #ports: GameRoomPorts;
  readonly #facts: Facts<TableCommand<Move>>;
  #game!: TableGame;
  #match!: Match<TableState<unknown>, TableCommand<Move>>;
  /** Its rules say when it closes. */
  override autoDispose = false;
  #setup!: TableSetup;
  #mirror!: TableMirror;
  #bots: BotDriver | null = null;
  #botReactions: BotReactions | null = null;
  #listed!: Listed<unknown>;
  #told!: ToldTalk;
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
    this.handle('command', game.commandSchema, (client, message) =>
      this.#command(client, message.id, message.command),
    );
    this.handle('clock', clockMessage, () => ok({ now: this.#match.now() }));
    this.#told = new ToldTalk(game.table.game);
    const bots = new BotDriver(
      game.table,
      game.bot,
      this.#ports,
      (state, move) => game.screen?.(state, move, this.#ports.manners) ?? null,
    );
    this.#bots = bots;
    const reactions = new TableReactions(this.#ports.clock, {
      clients: () => this.clients,
      personOf: (client) => this.memberOf(client).person.id,
      seatOf: (client) => this.#seatOf(client),
      silenced: () => this.#silenced,
      apart: () => apartAt(this.#match.state, game.table.game),
    });
    this.handle('react', reactMessage, (client, { emoji }) => reactions.react(client, emoji));
    this.#botReactions = new BotReactions(game.bot.reacts, this.#ports, (shown) => reactions.show(shown));
    const ports = { ...this.#ports, journal: this.#ports.journalOf(game), hasOwnTime: true, leftAt };
    const opened = await openMatch(game.table, setup.matchId, ports, {
      onCommit: (entry, state) => this.#commit(entry, state),
      onStop: (reason) => {
        bots.stop();
        this.#botReactions?.stop();
        this.#facts.stop();
        if (reason === 'closed') return;
        if (!this.isResting) ports.guard.metrics.stops.of('table', reason).add();
        this.end(CLOSE.moved);
      },
    });
    if (!opened.ok) throw new NotOpened(opened.error.code);
    this.#match = opened.value;
    // The server ended between the closing entry and the directory.
    if (this.#match.state.phase === 'closed') throw new NotOpened('gone');
    this.#mirror = new TableMirror(game, this.#match.now() - PAST_MS);
    this.state = this.#mirror.state;
    this.#listed = new Listed(setup, game);
    this.#list(this.#view());
    if (this.#match.state.phase === 'unopened') await this.#open(setup);
    else await this.#resume();
    await this.listen(PERSON_CHANGED, (person) => this.#personChanged(person));
    if (this.#match.stopped) throw new NotOpened('moved');
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
  async #resume(): Promise<void> {
    const { state } = this.#match;
    this.#mirror.write(this.#view());
    this.#bots?.update(this.#match);
    // The server may have ended before it was told.
    if (state.gameNumber > (state.phase === 'playing' ? 1 : 0)) this.#ports.finished(this.#setup);
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
    this.#showSecrets();
    this.#list(this.#view());
  }

  override async onExit(member: Member): Promise<void> {
    if (member.isScreen) return;
    const player = playerId(member.person.id);
    void this.#facts.tell(`here ${player}`, () => this.#presence(player));
    this.#list(this.#view());
  }

  override async onEnd(): Promise<void> {
    this.#facts.stop();
    this.#match?.close();
    if (this.#match?.state.phase === 'closed') await this.#ports.close(this.#setup);
    this.#tell(this.#listed?.end() ?? null);
  }

  protected override settled(): Promise<void> {
    this.#bots?.stop();
    this.#botReactions?.stop();
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

  async #command(client: Client, id: string, command: Asked): Promise<Result<CommandReply, Rejection>> {
    const member = this.memberOf(client);
    const { state } = this.#match;
    const seat = seatOf(state, playerId(member.person.id));
    const { screen } = this.#game;
    const refusal = command.type === 'play' ? screen?.(state, command.move, this.#ports.manners) : null;
    if (refusal) return err(refusal);
    const asked = this.#wish(command, member, seat?.id ?? NOBODY);
    const wish = asked instanceof Promise ? await asked : asked;
    if (!wish.ok) return wish;
    const done = await this.#match.dispatch({
      commandId: commandId(`${member.person.id}:${id}`),
      ...wish.value,
    });
    if (!done.ok) return done;
    if (command.type === 'play') this.#ports.guard.metrics.moves.of(this.#setup.game).add();
    return ok({ seq: done.value.seq, now: this.#match.now() });
  }

  /** What the table is asked for whoever asked. A password goes no further than here. */
  #wish(command: Asked, member: Member, seat: SeatId): Wish | Promise<Wish> {
    const system = { kind: 'system' } as const;
    // Without a seat the table refuses, unless it carried out this very command before ("leave", sent twice).
    const by = { kind: 'seat', seat: member.isScreen ? NOBODY : seat } as const;
    switch (command.type) {
      case 'sit':
        if (member.isScreen) return err({ code: 'not_seated' });
        return ok({ by: system, command: { type: 'sit', person: personOf(member) } });
      case 'setPassword':
        return by.seat === this.#match.state.host
          ? this.#newPassword(member, by.seat, command.password)
          : err({ code: by.seat === NOBODY ? 'not_seated' : 'not_host' });
      default:
        return ok({ by, command });
    }
  }

  async #newPassword({ person }: Member, by: SeatId, password: string | null): Promise<Wish> {
    const hash = password === null ? ok(null) : await this.#ports.newPasswords.hash(person.id, password);
    return hash.ok
      ? ok({ by: { kind: 'system' }, command: { type: 'setPassword', by, hash: hash.value } })
      : hash;
  }

  /** The seat that a connection may act for; null for whoever watches. */
  #seatOf(client: Client): SeatId | null {
    const { person, isScreen } = this.memberOf(client);
    return isScreen ? null : (seatOf(this.#match.state, playerId(person.id))?.id ?? null);
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
    return this.#told.infoOf(this.#match.state, this.#match.seq);
  }

  /** Carries out what whoever looks after the server wants; possibly from another process. */
  async operate(
    command: Extract<TableCommand<Move>, { type: 'close' | 'expel' }>,
  ): Promise<Rejection | null> {
    const said = await this.#say(command);
    return said.ok ? null : said.error;
  }

  /** After an entry is stored: mirror, one patch to everybody, then whatever follows from it. */
  #commit(entry: Entry<TableEvent<unknown>>, state: TableState<unknown>): void {
    const view = this.#view();
    if (this.#told.isNews(state)) {
      this.#ports.topics.publish(tableTopic(talkOf(this.#setup.matchId)), entry.seq);
    }
    this.#mirror.write(view);
    this.#showSecrets();
    this.broadcastPatch();
    for (const event of entry.events) {
      if (event.type === 'personBanned') this.expel(event.player, CLOSE.kicked);
      if (event.type === 'seatTaken' && event.kind === 'human')
        this.#ports.seated(this.#setup, event.person.id);
      if (event.type === 'gameClosed') this.#ports.finished(this.#setup);
    }
    this.#bots?.update(this.#match);
    this.#botReactions?.update(view);
    this.#list(view);
    if (state.phase === 'closed') this.end(CLOSE.gone);
  }

  /** Shows whoever is connected for a seat what that seat alone may see. */
  #showSecrets(): void {
    this.#mirror.show(
      (seat) => this.#clientsOf(seat),
      (seat) => this.#view({ kind: 'seat', seat }).game,
    );
  }

  #clientsOf(seat: SeatId): readonly Client[] {
    const taken = this.#match.state.seats.find(({ id, kind }) => id === seat && kind === 'human');
    return taken ? this.socketsOf(taken.person.id) : [];
  }

  #view(viewer: Viewer = { kind: 'spectator' }): TableView<unknown> {
    return this.#game.table.view(this.#match.state, viewer);
  }

  /** Tells the directory what changed, if anything that it knows did. */
  #list(view: TableView<unknown>): void {
    this.#tell(this.#listed.next(view, this.people));
  }

  #tell(said: Said | null): void {
    if (said === null) return;
    void this.list(said.listing).then(() => {
      if (said.isShown) this.#ports.topics.publish(TABLES_CHANGED, this.#setup.code);
    });
  }
}

/** What somebody at a table can ask it. */
type Asked =
  | { readonly type: 'sit' }
  | { readonly type: 'setPassword'; readonly password: string | null }
  | TableOnlyCommand
  | { readonly type: 'play'; readonly move: Move };

/** What the table is told, and by whom; or why not. */
type Wish = Result<{ readonly by: Actor; readonly command: TableCommand<Move> }, Rejection>;

const personOf = ({ person }: Member): Person => ({ ...person, id: playerId(person.id) });
