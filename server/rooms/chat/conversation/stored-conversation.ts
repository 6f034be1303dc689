import { conversation } from '../../../../shared/chat/conversation.ts';
import type {
  ConversationCommand,
  ConversationEvent,
  ConversationState,
} from '../../../../shared/chat/types.ts';
import { type CommandId, commandId, matchId, playerId } from '../../../../shared/core/ids.ts';
import type { Result } from '../../../../shared/core/result.ts';
import type { Rejection } from '../../../../shared/core/rules.ts';
import type { Match, Receipt, StopReason } from '../../../../shared/engine/match.ts';
import { openMatch } from '../../../../shared/engine/open-match.ts';
import type { Clock, Entropy, Entry, Journal, Log, Snapshots } from '../../../../shared/engine/ports.ts';
import { Facts } from '../../guard/facts.ts';
import { NotOpened } from '../../guard/not-opened.ts';
import { Projection, type ProjectionPorts } from '../records/projection.ts';
import type { ConversationSetup } from '../records/records.ts';

/** Commands that change nothing of who may see or find what. */
const LIGHT: ReadonlySet<string> = new Set(['post', 'react', 'unreact', 'pin', 'unpin']);

export interface StoredConversationPorts {
  readonly journal: Journal<ConversationEvent>;
  readonly snapshots: Snapshots<ConversationState>;
  readonly clock: Clock;
  readonly entropy: Entropy;
  readonly log: Log;
  readonly projection: ProjectionPorts;
  /** Called after an entry is stored and before its command is answered. */
  onCommit(entry: Entry<ConversationEvent>, state: ConversationState): void;
  /** Called when somebody else has the conversation now, or nobody knows what is stored of it. */
  onLost(reason: Exclude<StopReason, 'closed'>): void;
  /** What somebody is called there while that is more than their name; else `''`. */
  shownAs(person: string): string;
}

/** A conversation as it is stored: the mailbox that takes commands one by one, and the records that follow its entries. */
export class StoredConversation {
  /** What the room itself has to say and must not get lost. */
  readonly facts: Facts<ConversationCommand>;
  readonly #match: Match<ConversationState, ConversationCommand>;
  readonly #projection: Projection;

  private constructor(
    match: Match<ConversationState, ConversationCommand>,
    projection: Projection,
    ports: Pick<StoredConversationPorts, 'clock' | 'log'>,
  ) {
    this.#match = match;
    this.#projection = projection;
    this.facts = new Facts<ConversationCommand>(ports, (command) =>
      this.carryOut(match.ownId(command.type), command),
    );
  }

  /** Opens it from the store, as far as it was ever begun. Throws `NotOpened`, may reject with `Unavailable`. */
  static async open(id: string, ports: StoredConversationPorts): Promise<StoredConversation> {
    let projection: Projection | null = null;
    let stored: StoredConversation | null = null;
    const opened = await openMatch(conversation, matchId(id), ports, {
      onCommit: (entry, state) => {
        ports.onCommit(entry, state);
        projection?.add(entry, state);
      },
      onStop: (reason) => {
        stored?.facts.stop();
        // Whoever has the conversation now writes its records.
        if (reason === 'moved') projection?.close();
        if (reason !== 'closed') ports.onLost(reason);
      },
    });
    if (!opened.ok) throw new NotOpened(opened.error.code);
    const match = opened.value;
    try {
      projection = await Projection.open(id, match.state, ports.projection, ports.shownAs);
    } catch (error) {
      match.close();
      throw error;
    }
    stored = new StoredConversation(match, projection, ports);
    return stored;
  }

  get state(): ConversationState {
    return this.#match.state;
  }

  /** The last entry. */
  get seq(): number {
    return this.#match.seq;
  }

  /** Whether another one has it now, or nobody can tell what is stored of it. */
  get isLost(): boolean {
    return this.#match.stopped !== null;
  }

  /** Begins it, if nobody has. */
  async begin({ kind, members, trusted, settings }: ConversationSetup): Promise<void> {
    if (this.state.kind !== null) return;
    const people = { members: members.map(playerId), trusted: trusted.map(playerId) };
    const refusal = await this.tell({ type: 'open', kind, settings, ...people });
    if (refusal) throw new NotOpened(refusal.code);
  }

  /** Carries out what the server itself has to say, or a person says without being there. */
  async tell(command: ConversationCommand): Promise<Rejection | null> {
    // A person is forgotten once, however often it has to be said.
    const id = command.type === 'erase' ? commandId(`erase-${command.person}`) : this.#match.ownId('room');
    const done = await this.carryOut(id, command);
    return done.ok ? null : done.error;
  }

  /**
   * What searches, lists and routes go by is in the records: who may see what has changed in them when it is done. A
   * message among few is in their lists, too, when it is acknowledged: whoever it is for may open nothing else for days.
   */
  async carryOut(id: CommandId, command: ConversationCommand): Promise<Result<Receipt, Rejection>> {
    const done = await this.#match.dispatch({ commandId: id, by: { kind: 'system' }, command });
    if (!done.ok) return done;
    const { kind } = this.state;
    const isLetter = command.type === 'post' && (kind === 'direct' || kind === 'group');
    if (isLetter || !LIGHT.has(command.type)) await this.#projection.written(done.value.seq);
    return done;
  }

  /** Resolves when no command is under way. */
  idle(): Promise<void> {
    return this.#match.idle();
  }

  /** Resolves when nothing is under way, and the records are written. */
  async settled(): Promise<void> {
    await this.idle();
    await this.#projection.settled();
  }

  /** Takes nothing any more. @param why `moved` when somebody else is to have the conversation, and writes its records */
  stop(why: 'closed' | 'moved' = 'closed'): void {
    this.facts.stop();
    this.#match.close(why);
  }

  /** Resolves when the records are written. */
  async close(): Promise<void> {
    await this.#projection.settled();
    this.#projection.close();
  }
}
