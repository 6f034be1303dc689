import type { Client } from '@colyseus/core';
import type { Schema } from '@colyseus/schema';
import { commandId, playerId, type SeatId, seatId } from '../../shared/core/ids.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { Rejection } from '../../shared/core/rules.ts';
import { type Match, openMatch } from '../../shared/engine/match.ts';
import type { Clock, Entropy, Entry, Journal, Log } from '../../shared/engine/ports.ts';
import { CLOSE, type CommandReply } from '../../shared/protocol/codes.ts';
import { clockMessage, commandMessage } from '../../shared/protocol/messages.ts';
import { seatOf, type TableState } from '../../shared/table/state.ts';
import type { Person, TableCommand, TableEvent, TableSetup, TableView } from '../../shared/table/types.ts';
import { showSecret } from '../schema/secret-view.ts';
import { BotDriver } from './bots.ts';
import type { HostedGame } from './hosted-game.ts';
import { listingOf, PERSON_CHANGED, TABLES_CHANGED } from './listing.ts';
import type { ChangedPerson, Member } from './member.ts';
import { SafeRoom, type SafeRoomPorts } from './SafeRoom.ts';
import { type TalkInfo, tableTopic, talkOf } from './table-talk.ts';

/** No seat has this number. */
const NOBODY = seatId(0);
/** Everybody at a table, spectators included. */
const MAX_CLIENTS = 100;

export interface GameRoomPorts<E> extends SafeRoomPorts {
  readonly journal: Journal<TableEvent<E>>;
  readonly clock: Clock;
  readonly entropy: Entropy;
  readonly log: Log;
  /** Called when a person sits down: the match is one of theirs from now on. */
  seated(setup: TableSetup, person: string): void;
  /** Called when a table is closed for good: nobody can come back. */
  close(setup: TableSetup): void;
}

/**
 * A room class for one game. The room is an adapter and decides nothing: guard → mailbox → mirror → patch → reply.
 */
export function gameRoom<S, C extends { readonly type: string }, E, V, W extends Schema>(
  hosted: HostedGame<S, C, E, V, W>,
  ports: GameRoomPorts<E>,
) {
  const { table } = hosted;
  return class GameRoom extends SafeRoom<W> {
    #match!: Match<TableState<S>, TableCommand<C>>;
    #setup!: TableSetup;
    #listing = '';
    #told = '';
    readonly #bots = new BotDriver(table, hosted.bot, ports);

    constructor() {
      super(ports);
    }

    override async onCreate(setup: TableSetup): Promise<void> {
      this.#setup = setup;
      this.roomId = setup.code;
      this.maxClients = MAX_CLIENTS;
      this.autoDispose = false;
      this.state = hosted.newState(ports.clock.now());
      this.handle('command', commandMessage(hosted.moveSchema, hosted.optionsSchema), (client, message) =>
        this.#command(client, message.id, message.command),
      );
      this.handle('clock', clockMessage, () => ok({ now: ports.clock.now() }));
      const opened = await openMatch(table, setup.matchId, ports, {
        onCommit: (entry, state) => this.#show(entry, state),
        onStop: (reason) => {
          this.#bots.stop();
          if (reason !== 'closed') void this.disconnect(CLOSE.moved);
        },
      });
      if (!opened.ok) throw new Error(opened.error.code);
      this.#match = opened.value;
      this.metadata = listingOf(table.view(this.#match.state, { kind: 'spectator' }), setup, 0, hosted);
      if (this.#match.state.phase === 'unopened') await this.#open(setup);
      else await this.#resume();
      await this.listen(PERSON_CHANGED, (person) => this.#personChanged(person));
    }

    async #open({ name, visibility, bots }: TableSetup): Promise<void> {
      await this.#tell({ type: 'open', name, visibility, options: hosted.defaultOptions, bots });
    }

    /** Goes on from the journal. Nobody is here yet: everybody has the usual time to come back, from now on. */
    async #resume(): Promise<void> {
      const { state } = this.#match;
      hosted.mirror(this.state, table.view(state, { kind: 'spectator' }));
      this.#bots.update(this.#match);
      for (const { kind, person, awaySince } of state.seats) {
        if (kind !== 'human') continue;
        if (awaySince !== null) await this.#tell({ type: 'comeBack', player: person.id });
        await this.#tell({ type: 'goAway', player: person.id });
      }
    }

    override async onEnter(client: Client, member: Member): Promise<void> {
      const player = playerId(member.person.id);
      const { state } = this.#match;
      if (seatOf(state, player)) await this.#tell({ type: 'comeBack', player });
      else if (member.wantsSeat || state.phase === 'waiting')
        await this.#tell({ type: 'sit', person: personOf(member) });
      const view = table.view(this.#match.state, { kind: 'spectator' });
      this.#showSecret(client, hosted.secretKeeper(view));
      this.#list(view);
    }

    override async onExit(member: Member): Promise<void> {
      await this.#tell({ type: 'goAway', player: playerId(member.person.id) });
      this.#list(table.view(this.#match.state, { kind: 'spectator' }));
    }

    override async onEnd(): Promise<void> {
      this.#match?.close();
      if (this.#match?.state.phase === 'closed') ports.close(this.#setup);
      ports.topics.publish(TABLES_CHANGED, this.#setup.code);
    }

    /** Whether a person may come in: called for the seat route, possibly from another process. */
    admits(player: string): Rejection | null {
      if (this.#match.state.phase === 'closed') return { code: 'gone' };
      if (this.#match.state.banned.includes(playerId(player))) return { code: 'kicked' };
      return this.hasReachedMaxClients() ? { code: 'table_full' } : null;
    }

    async #command(
      client: Client,
      id: string,
      command: Exclude<TableCommand<C>, { person: Person }> | { readonly type: 'sit' },
    ): Promise<Result<CommandReply, Rejection>> {
      const member = this.memberOf(client);
      const { state } = this.#match;
      const seat = seatOf(state, playerId(member.person.id));
      const refusal = command.type === 'play' ? hosted.screen(state, command.move) : null;
      if (refusal) return err(refusal);
      const isSit = command.type === 'sit';
      const done = await this.#match.dispatch({
        commandId: commandId(`${member.person.id}:${id}`),
        // Without a seat the table refuses, unless it carried out this very command before ("leave", sent twice).
        by: isSit ? { kind: 'system' } : { kind: 'seat', seat: seat?.id ?? NOBODY },
        command: isSit ? { type: 'sit', person: personOf(member) } : command,
      });
      return done.ok ? ok({ seq: done.value.seq, now: ports.clock.now() }) : done;
    }

    /** What the room itself has to say; a refusal means that there was nothing to change. */
    async #tell(command: TableCommand<C>): Promise<void> {
      await this.#match.dispatch({
        commandId: this.#match.ownId(command.type),
        by: { kind: 'system' },
        command,
      });
    }

    /** Somebody has another name or marker; they need not be at this table. */
    #personChanged(changed: ChangedPerson): void {
      this.updatePerson(changed);
      const { id, name, marker } = changed;
      if (seatOf(this.#match.state, id)) void this.#tell({ type: 'rename', person: { id, name, marker } });
    }

    /** What the talk at this table needs to know: called when it opens, possibly from another process. */
    talkInfo(): TalkInfo {
      const { state } = this.#match;
      const keeper = hosted.talkKeeper(state);
      const people = state.seats.filter((seat) => seat.kind === 'human');
      const isOver = state.phase === 'over' || state.phase === 'closed';
      return {
        members: isOver ? null : people.map(({ person }) => person.id),
        keeper: people.find((seat) => seat.id === keeper)?.person.id ?? null,
        banned: state.banned,
      };
    }

    /** Tells the talk before the table itself is shown: nobody sees a secret who may still talk to the others. */
    #tellTalk(): void {
      const info = this.talkInfo();
      const text = JSON.stringify(info);
      if (text === this.#told) return;
      this.#told = text;
      ports.topics.publish(tableTopic(talkOf(this.#setup.matchId)), info);
    }

    /** After an entry is stored: mirror, one patch to everybody, then whatever follows from it. */
    #show(entry: Entry<TableEvent<E>>, state: TableState<S>): void {
      this.#tellTalk();
      const view = table.view(state, { kind: 'spectator' });
      hosted.mirror(this.state, view);
      const keeper = hosted.secretKeeper(view);
      for (const client of this.clients) this.#showSecret(client, keeper);
      this.broadcastPatch();
      for (const event of entry.events) {
        if (event.type === 'personBanned') this.expel(event.player, CLOSE.kicked);
        if (event.type === 'seatTaken' && event.kind === 'human') ports.seated(this.#setup, event.person.id);
      }
      this.#bots.update(this.#match);
      this.#list(view);
      if (state.phase === 'closed') void this.disconnect(CLOSE.gone);
    }

    /** Gives a client its own view while its seat keeps a secret, and takes the view away afterwards. */
    #showSecret(client: Client, keeper: SeatId | null): void {
      const isKeeper = keeper !== null && this.#seatOf(client) === keeper;
      const view = isKeeper ? table.view(this.#match.state, { kind: 'seat', seat: keeper }) : null;
      showSecret(client, view && hosted.writeSecret(this.state, view));
    }

    #seatOf(client: Client): SeatId | null {
      return seatOf(this.#match.state, playerId(this.memberOf(client).person.id))?.id ?? null;
    }

    /** Tells the list of tables what changed, if anything that it shows did. */
    #list(view: TableView<V>): void {
      const metadata = listingOf(view, this.#setup, this.clients.length, hosted);
      const listing = JSON.stringify(metadata);
      if (listing === this.#listing) return;
      this.#listing = listing;
      this.setMatchmaking({ metadata }).then(
        () => ports.topics.publish(TABLES_CHANGED, this.#setup.code),
        (error: unknown) => ports.log.warn({ err: error, code: this.#setup.code }, 'listing not updated'),
      );
    }
  };
}

const personOf = ({ person }: Member): Person => ({ ...person, id: playerId(person.id) });
