import type { ComponentChildren } from 'preact';
import { go, pathOf, type Route } from '../../store/route.ts';

interface Props {
  readonly to: Route;
  readonly class: string;
  /** It leads to where one is. */
  readonly isCurrent?: boolean;
  /** Done before the page changes. */
  readonly onGo?: () => void;
  readonly children: ComponentChildren;
}

/** A link inside the app; with a modifier key it opens elsewhere, like every link. */
export function RouteLink({ to, class: look, isCurrent = false, onGo, children }: Props) {
  return (
    <a
      class={look}
      href={pathOf(to)}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        onGo?.();
        go(to);
      }}
    >
      {children}
    </a>
  );
}
