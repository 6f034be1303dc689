/** As a `ref`: takes the focus when it appears, so that what has changed is heard. The same function each time, or it would again. */
export const focusOnce = (node: HTMLElement | null): void => node?.focus({ preventScroll: true });
