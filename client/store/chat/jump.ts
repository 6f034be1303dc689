import { type Signal, signal } from '@preact/signals';
import { go, route } from '../route.ts';

/** A message that shall be gone to as soon as its conversation is open. */
export const wanted: Signal<{ readonly conversation: string; readonly seq: number } | null> = signal(null);

/** Opens a conversation at a message. */
export function jumpTo(conversation: string, seq: number): void {
  wanted.value = { conversation, seq };
  const at = route.peek();
  if (at.page !== 'chat' || at.conversation !== conversation) go({ page: 'chat', conversation });
}
