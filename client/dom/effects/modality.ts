let isKeyboard = false;

addEventListener('keydown', () => (isKeyboard = true), { capture: true, passive: true });
addEventListener('pointerdown', () => (isKeyboard = false), { capture: true, passive: true });

/** Whether the last thing a person did was to press a key. Followed from the first page on. */
export const lastWasKey = (): boolean => isKeyboard;
