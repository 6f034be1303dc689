import { conversation } from '../../shared/chat/conversation.ts';
import type { TableCard } from '../../shared/chat/types.ts';
import type { Entropy } from '../../shared/engine/ports.ts';
import { BranchRoom, type BranchRoomPorts } from '../rooms/chat/branch/BranchRoom.ts';
import { BRANCH } from '../rooms/chat/branch/branch-news.ts';
import { inboxTopic, newsTopic, REPORTED } from '../rooms/chat/chat-topics.ts';
import { ChatRoom } from '../rooms/chat/conversation/ChatRoom.ts';
import type { ChatRoomPorts } from '../rooms/chat/conversation/chat-room-ports.ts';
import type { NamesPort } from '../rooms/chat/conversation/shown-names.ts';
import { CHAT, ConversationService } from '../rooms/chat/conversation-service.ts';
import { PersonalData } from '../rooms/chat/forgetting/personal-data.ts';
import { INBOX, InboxRoom } from '../rooms/chat/inbox/InboxRoom.ts';
import { InboxReading } from '../rooms/chat/inbox/inbox-reading.ts';
import type { News, PersonalNews } from '../rooms/chat/news.ts';
import type { People } from '../rooms/chat/people.ts';
import { History, indexOf } from '../rooms/chat/records/history.ts';
import { chatRecords } from '../rooms/chat/records/records.ts';
import { Relations } from '../rooms/chat/relations.ts';
import type { Rooms } from '../rooms/guard/rooms.ts';
import type { SafeRoomPorts } from '../rooms/guard/SafeRoom.ts';
import { withPorts } from '../rooms/guard/with-ports.ts';
import type { Silenced, TalkInfo } from '../rooms/table-talk.ts';
import { durableJournal } from '../storage/journal.ts';
import { storedSnapshots } from '../storage/snapshots.ts';
import type { Storage } from '../storage/types.ts';

export interface ChatPartsPorts extends SafeRoomPorts {
  readonly storage: Storage;
  readonly rooms: Rooms;
  readonly entropy: Entropy;
  readonly people: People;
  readonly names: NamesPort;
  isRude(text: string): boolean;
  /** Whether somebody is an operator at this moment. May reject with `Unavailable`. */
  isOperator(person: string): Promise<boolean>;
  /** Whether people whom this person does not know may ask them once more now; counts it. */
  mayBeAsked(person: string): Promise<boolean>;
  /** A table that people can join now, or null. */
  tableCard(code: string): Promise<TableCard | null>;
  /**
   * How the table with this code and this talk is at this moment; null when it is closed. Tells it who may not write in the
   * talk. May reject.
   */
  talkInfo(code: string, talk: string, silenced: readonly Silenced[]): Promise<TalkInfo | null>;
  /** Who was in a lobby last before this moment, epoch ms, only passed by. */
  membersBefore(): number;
}

const PREFIX = { prefix: 'chat' };

/** Everything of chat, put together: the rooms to define, and what the HTTP interface asks. */
export function chatParts(ports: ChatPartsPorts) {
  const { storage, log, topics } = ports;
  const records = chatRecords(storage.documents);
  const history = new History(storage.entries);
  const tell = (person: string, news: PersonalNews) => topics.publish(inboxTopic(person), news);
  const relations = new Relations({ ...ports, records, tell });
  const notify = async (news: Omit<News, 'author'>) => {
    const { conversation, head, members } = news;
    const people = head.author === '' ? [] : await ports.people.byIds([head.author]).catch(() => []);
    topics.publish(newsTopic(conversation), { ...news, author: people[0] ?? null });
    for (const { person } of members) tell(person, { type: 'member', conversation });
  };
  const shared = { ...ports, records, relations, tell };
  const chatPorts: ChatRoomPorts = {
    ...shared,
    history,
    journal: durableJournal(conversation, storage.entries, log, { ...PREFIX, index: indexOf }),
    snapshots: storedSnapshots(conversation, storage.documents, log, PREFIX),
    projection: { entries: storage.entries, history, records, log, notify },
    target: (id, seq) => history.target(id, seq),
    areApart: (a, b) => relations.areApart(a, b),
    approach: (from, person, conversation) => relations.approach(from, person, conversation),
  };
  const inboxPorts = { ...ports, reading: new InboxReading(records, relations, ports.people) };
  const { crowdPeople } = ports.guard.limits;
  const conversations = new ConversationService({ ...shared, crowdPeople });
  const branchPorts: BranchRoomPorts = {
    ...chatPorts,
    follow: (id, branch, people) => conversations.follow(id, branch, people),
    wish: (id, by, wish) => conversations.wish(id, by, wish),
  };
  return {
    records,
    history,
    relations,
    people: ports.people,
    tell,
    reported: () => topics.publish(REPORTED, null),
    conversations,
    personalData: new PersonalData({ entries: storage.entries, records, history, relations, conversations }),
    rooms: [
      [CHAT, withPorts(ChatRoom, chatPorts)],
      [BRANCH, withPorts(BranchRoom, branchPorts)],
      [INBOX, withPorts(InboxRoom, inboxPorts)],
    ] as const,
  };
}

export type ChatParts = ReturnType<typeof chatParts>;
