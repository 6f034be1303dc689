import type { ConversationEvent, ConversationState } from '../../../../shared/chat/types.ts';
import type { Entropy, Journal, Snapshots } from '../../../../shared/engine/ports.ts';
import type { SafeRoomPorts } from '../../guard/SafeRoom.ts';
import type { Silenced, TalkInfo } from '../../table-talk.ts';
import type { PersonalNews } from '../news.ts';
import type { People } from '../people.ts';
import type { History } from '../records/history.ts';
import type { ProjectionPorts } from '../records/projection.ts';
import type { ConversationSetup } from '../records/records.ts';
import type { Relations } from '../relations.ts';
import type { NamesPort } from './shown-names.ts';
import type { Stamps } from './stamped.ts';

/** What a room is made with. Comes from `ConversationService`, never from a client. */
export interface ChatRoomSetup {
  readonly conversation: string;
  readonly setup: ConversationSetup;
}

export interface ChatRoomPorts extends SafeRoomPorts, Stamps {
  readonly journal: Journal<ConversationEvent>;
  readonly snapshots: Snapshots<ConversationState>;
  readonly entropy: Entropy;
  readonly history: History;
  readonly people: People;
  readonly names: NamesPort;
  readonly relations: Relations;
  readonly projection: ProjectionPorts;
  /** Whether somebody is an operator at this moment. May reject with `Unavailable`. */
  isOperator(person: string): Promise<boolean>;
  /** Tells a person what is new for them alone. */
  tell(person: string, news: PersonalNews): void;
  /**
   * How the table with this code and this talk is at this moment; null when it is closed. Tells it who may not write in the
   * talk. May reject.
   */
  talkInfo(table: string, talk: string, silenced: readonly Silenced[]): Promise<TalkInfo | null>;
  /** Who was in a lobby last before this moment, epoch ms, only passed by. */
  membersBefore(): number;
}
