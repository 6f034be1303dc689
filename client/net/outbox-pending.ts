import type { Message } from '../../shared/chat/types.ts';
import type { PendingMessage } from './chat-types.ts';
import type { Pending } from './outbox.ts';

/** Whether an entry need not be shown: its message is among the shown ones, or older than all of them. */
export function isSeen({ seq }: Pending, messages: readonly Message[]): boolean {
  const first = messages[0];
  return (
    seq !== null &&
    first !== undefined &&
    (seq < first.seq || messages.some((message) => message.seq === seq))
  );
}

/**
 * What to show below the messages. The server's reply says which message an entry became; until then, a message of mine
 * that is newer than what its writer had seen and says the same is taken for it, so that nothing is shown twice.
 */
export function pendingOf(
  entries: readonly Pending[],
  messages: readonly Message[],
  me: string | null,
): readonly PendingMessage[] {
  const claimed = new Set(entries.map(({ seq }) => seq));
  const isOn = (entry: Pending, message: Message): boolean =>
    message.author === me &&
    message.seq > entry.after &&
    !claimed.has(message.seq) &&
    message.replyTo === entry.replyTo &&
    (message.card?.code ?? null) === entry.table &&
    plain(message.text) === plain(entry.text);
  const shown: PendingMessage[] = [];
  for (const entry of entries) {
    if (isSeen(entry, messages)) continue;
    const isWaiting = entry.seq === null && entry.refusal === null && entry.isSent;
    const twin = isWaiting ? messages.find((message) => isOn(entry, message)) : undefined;
    if (twin) claimed.add(twin.seq);
    else shown.push(shownAs(entry));
  }
  return shown;
}

/** What no cleaning by the server changes: the text without spaces, marks and what cannot be seen. */
const plain = (text: string): string =>
  text.normalize('NFD').replace(/[\s\p{C}\p{M}\p{Default_Ignorable_Code_Point}]+/gu, '');

const shownAs = ({ id, text, replyTo, mentions, table, at, refusal }: Pending): PendingMessage => ({
  id,
  text,
  replyTo,
  mentions,
  table,
  at,
  state: refusal ? 'failed' : 'sending',
  refusal,
});
