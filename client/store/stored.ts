const KEY = 'color-clues:preferences';

/** What this browser keeps of a person's choices. Storage may be forbidden or hold anything: then it is nothing. */
export function stored(): Readonly<Record<string, unknown>> {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return typeof found === 'object' && found !== null ? (found as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** Keeps some choices beside the others. */
export function store(patch: Readonly<Record<string, unknown>>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...stored(), ...patch }));
  } catch {
    // Private mode or a full disk: the choice lasts as long as the page.
  }
}
