let isKeyboard = false;

addEventListener('keydown', () => (isKeyboard = true), { capture: true, passive: true });
addEventListener('pointerdown', () => (isKeyboard = false), { capture: true, passive: true });

/** Whether the last thing a person did was to press a key, other than to write something that they still write. */
export const wasKeyboard = (): boolean => isKeyboard && !document.activeElement?.matches('input, textarea');
