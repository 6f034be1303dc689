/** What the composer's field is found by. */
export const COMPOSER_ID = 'composer';

/** Puts the caret back where one writes. */
export function focusComposer(): void {
  document.getElementById(COMPOSER_ID)?.focus();
}
