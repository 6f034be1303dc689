const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Arrow keys, Home and End move through the parts of a list that match `selector`. Tab still goes through its stops. */
export function roving(selector: string): (event: KeyboardEvent) => void {
  return (event) => {
    const list = event.currentTarget;
    if (event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement) return;
    if (!(list instanceof HTMLElement) || event.altKey || event.ctrlKey || event.metaKey) return;
    const parts = [...list.querySelectorAll<HTMLElement>(selector)];
    const at = parts.findIndex((part) => part.contains(document.activeElement));
    const to = nextOf(event.key, at, parts.length);
    if (to === null || at < 0) return;
    event.preventDefault();
    parts[to]?.focus();
  };
}

function nextOf(key: string, at: number, length: number): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return length - 1;
  const step = STEPS[key];
  return step === undefined ? null : Math.max(0, Math.min(length - 1, at + step));
}
