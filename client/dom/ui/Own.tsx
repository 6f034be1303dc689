import type { ComponentChildren } from 'preact';

/** What somebody said or is called: a page translator leaves it alone, and it runs its own way (`base.css`). */
export function Own({ children }: { children: ComponentChildren }) {
  return <span translate={false}>{children}</span>;
}
