import type { ComponentChildren } from 'preact';
import { Logo } from './Logo.tsx';

interface Props {
  readonly title: string;
  readonly text?: string;
  readonly isBusy?: boolean;
  /** The ways on. */
  readonly children?: ComponentChildren;
}

/** A page that says what is the matter and how to go on. */
export function StatePage({ title, text, isBusy = false, children }: Props) {
  return (
    <div class="state">
      <header class="top">
        <Logo />
      </header>
      <main aria-busy={isBusy} aria-live="polite">
        <h1>{title}</h1>
        {text && <p class="soft">{text}</p>}
        {children && (
          <div class="ways" aria-live="off">
            {children}
          </div>
        )}
      </main>
    </div>
  );
}
