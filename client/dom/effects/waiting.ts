import { lastWasKey } from './modality.ts';

/** Where the move is made, said and looked at. */
const GAME = '.say, .board-slot, .dock';

/** Whether the focus is where it waits for the next move: nowhere, at a heading or a part of the page, or in the game. */
function isWaiting(): boolean {
  const at = document.activeElement;
  if (!at || at === document.body || at.closest(GAME)) return true;
  return at.matches('[tabindex="-1"]') && !at.closest('[role="dialog"]');
}

/**
 * Whether the focus shall go where the next move is made: the last thing a person did was to press a key, and what they do
 * is to wait for it. Whoever writes, or is at another button, goes on with that: its next key would be a move.
 */
export const wasKeyboard = (): boolean =>
  lastWasKey() && isWaiting() && !document.activeElement?.matches('input, textarea');

/** Whether somebody is in the middle of something that a key more would do to another field. */
export function isOccupied(): boolean {
  const at = document.activeElement;
  if (at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement)
    return at.value !== '' || !at.closest(GAME);
  return lastWasKey() && !isWaiting();
}
