/** What was typed and not sent, per conversation, for as long as the tab lives. */
const keyOf = (conversation: string): string => `color-clues:draft:${conversation}`;

/** What was typed in a conversation and not sent; `''` for nothing. */
export function readDraft(conversation: string): string {
  try {
    return sessionStorage.getItem(keyOf(conversation)) ?? '';
  } catch {
    return '';
  }
}

/** Keeps what was typed; `''` forgets it. */
export function keepDraft(conversation: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(keyOf(conversation));
    else sessionStorage.setItem(keyOf(conversation), text);
  } catch {
    // Storage is forbidden or full: the draft lasts as long as the page of the conversation.
  }
}
