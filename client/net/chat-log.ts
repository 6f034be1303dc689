import { emptied } from '../../shared/chat/messages.ts';
import type { Message } from '../../shared/chat/types.ts';
import type { Catchup, MessagePage } from '../../shared/protocol/chat-wire.ts';

/** Entries whose effects may have been on their way when a socket was lost, though its last state included them. */
const OVERLAP = 20;

/** What is known of a conversation's messages. Nothing here has a clock or a network. */
export interface ChatLog {
  /** What is shown: in order, without gaps. */
  readonly messages: readonly Message[];
  /** Whether there are older ones. */
  readonly hasOlder: boolean;
  /** The newest messages, while some between `messages` and these are missing; null when none are. */
  readonly beyond: readonly Message[] | null;
  /** Everything in `messages` is as it was after this entry, or newer. */
  readonly seq: number;
  /** The entry that the first state over the present socket included; infinite while there is no socket. */
  readonly joinSeq: number;
  /** The state's newest messages, and the last entry it includes; 0 before the first state. */
  readonly window: readonly Message[];
  readonly windowSeq: number;
  /** Messages that came before the state that includes their entry: shown with it, as others may come before them. */
  readonly ahead: readonly Message[];
}

export const EMPTY_LOG: ChatLog = {
  messages: [],
  hasOlder: true,
  beyond: null,
  seq: 0,
  joinSeq: Number.POSITIVE_INFINITY,
  window: [],
  windowSeq: 0,
  ahead: [],
};

/** The state's newest messages at entry `seq`. They may begin after what is held ends: then there is a gap. */
export function withWindow(log: ChatLog, window: readonly Message[], seq: number): ChatLog {
  const ahead = log.ahead.filter((message) => message.seq > seq);
  const next = { ...log, window, windowSeq: seq, joinSeq: Math.min(log.joinSeq, seq), ahead };
  const due = log.ahead.filter((message) => message.seq <= seq);
  return due.reduce(withChanged, withWindowOf(next));
}

function withWindowOf(log: ChatLog): ChatLog {
  const { messages, beyond, window } = log;
  if (messages.length === 0) return onlyWindow(log);
  if (beyond) return { ...log, beyond: meets(beyond, window) ? merged(beyond, window) : window };
  const isGap = window[0] && window[0].seq > log.seq && !meets(messages, window);
  return isGap ? { ...log, beyond: window } : upToDate({ ...log, messages: mergedInto(log, window) });
}

/** Forgets all but the state's newest messages. */
export function onlyWindow(log: ChatLog): ChatLog {
  const { window, windowSeq } = log;
  const hasOlder = (window[0]?.no ?? 1) > 1;
  return { ...log, messages: window, hasOlder, beyond: null, seq: windowSeq };
}

/** A message that came or changed outside of the state's newest. One that is not loaded yet comes with its page. */
export function withChanged(log: ChatLog, message: Message): ChatLog {
  if (message.seq > log.windowSeq) return { ...log, ahead: merged(log.ahead, [message]) };
  const first = log.beyond?.[0];
  const isBeyond = first !== undefined && message.seq >= first.seq;
  const beyond = log.beyond && isBeyond ? merged(log.beyond, [message]) : log.beyond;
  const isInGap = first !== undefined && message.seq > (lastOf(log.messages)?.seq ?? 0);
  return { ...log, beyond, messages: isInGap ? log.messages : mergedInto(log, [message]) };
}

/** Empties what somebody wrote. */
export function withErased(log: ChatLog, person: string): ChatLog {
  const without = (messages: readonly Message[]) =>
    messages.map((each) => (each.author === person && !each.deletedBy ? emptied(each, each.author) : each));
  return {
    ...log,
    messages: without(log.messages),
    beyond: log.beyond && without(log.beyond),
    window: without(log.window),
    ahead: without(log.ahead),
  };
}

/** A page of messages after the last one: it may close the gap. */
export const withNewer = (log: ChatLog, page: MessagePage): ChatLog =>
  closed({ ...log, messages: merged(log.messages, page.messages) });

/** The page before the message `before`; worth nothing when that is not the first one any more. */
export function withOlder(log: ChatLog, page: MessagePage, before: number): ChatLog {
  if (log.messages[0]?.seq !== before) return log;
  return { ...log, messages: merged(page.messages, log.messages), hasOlder: page.hasMore };
}

/** The newest messages that I may see; some of them are in no state. What is older is forgotten. */
export function withNewest(log: ChatLog, page: MessagePage): ChatLog {
  const first = page.hasMore ? (page.messages[0]?.seq ?? 0) : 0;
  const kept = (messages: readonly Message[]) => messages.filter(({ seq }) => seq >= first);
  return closed({
    ...log,
    messages: merged(page.messages, kept(log.messages)),
    hasOlder: page.hasMore,
    beyond: log.beyond && kept(log.beyond),
  });
}

/** What came or changed since `log.seq`. When that was too much, only the state's newest messages are kept. */
export function withCatchup(log: ChatLog, catchup: Catchup): ChatLog {
  if (!catchup.isComplete) return onlyWindow(log);
  const messages = mergedInto(log, catchup.messages);
  return closed({ ...log, messages, seq: Math.max(log.seq, catchup.seq) });
}

/** The socket is lost: what was beyond a gap comes again with the next state. */
export function withLoss(log: ChatLog): ChatLog {
  if (log.joinSeq === Number.POSITIVE_INFINITY) return log;
  const seq = Math.max(0, log.seq - OVERLAP);
  return { ...log, seq, joinSeq: Number.POSITIVE_INFINITY, beyond: null, ahead: [] };
}

/** Whether loaded messages may have changed unseen, before the socket was there. */
export const isBehind = (log: ChatLog): boolean => log.windowSeq > 0 && log.seq < log.joinSeq;

/** Closes the gap when nothing is missing any more. */
function closed(log: ChatLog): ChatLog {
  if (!log.beyond) return upToDate(log);
  if (!meets(log.messages, log.beyond)) return log;
  return upToDate({ ...log, messages: merged(log.messages, log.beyond), beyond: null });
}

/** Over a socket everything comes in order: who knows all up to the first state knows all up to the last. */
const upToDate = (log: ChatLog): ChatLog =>
  isBehind(log) ? log : { ...log, seq: Math.max(log.seq, log.windowSeq) };

const lastOf = (messages: readonly Message[]): Message | undefined => messages[messages.length - 1];

/** Whether nothing is missing between two runs of messages. */
function meets(run: readonly Message[], next: readonly Message[]): boolean {
  const last = lastOf(run);
  const first = next[0];
  return first === undefined || first.seq <= (last?.seq ?? 0) || first.no === (last?.no ?? 0) + 1;
}

/** Both lists in order; where both know a message, `newer` is right. The same list when there is no news. */
function merged(older: readonly Message[], newer: readonly Message[]): readonly Message[] {
  const bySeq = new Map(older.map((message) => [message.seq, message]));
  if (newer.every((message) => bySeq.get(message.seq) === message)) return older;
  for (const message of newer) bySeq.set(message.seq, message);
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

/** Merges what does not begin before the first loaded message, as older ones must come without gaps. */
function mergedInto({ messages, hasOlder }: ChatLog, newer: readonly Message[]): readonly Message[] {
  const from = hasOlder ? (messages[0]?.seq ?? 0) : 0;
  return merged(
    messages,
    newer.filter(({ seq }) => seq >= from),
  );
}
