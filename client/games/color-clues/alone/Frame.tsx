import '../../../dom/styles/table.css';
import '../../../dom/styles/game.css';
import '../../../dom/styles/dock.css';
import '../styles/alone.css';
import ChevronLeft from 'lucide/dist/esm/icons/chevron-left.mjs';
import Settings from 'lucide/dist/esm/icons/settings.mjs';
import type { ComponentChildren } from 'preact';
import { openDialog } from '../../../dom/dialogs/open.tsx';
import { Icon } from '../../../dom/ui/Icon.tsx';
import { Logo } from '../../../dom/ui/Logo.tsx';
import { go } from '../../../store/route.ts';

interface Props {
  readonly title: string;
  /** In the header, before the settings. */
  readonly extra?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The frame of a page where one plays alone: where am I, settings, way back. */
export function Frame({ title, extra, children }: Props) {
  return (
    <div class="game">
      <header class="top table-top">
        <span class="desk">
          <Logo />
        </span>
        <button
          type="button"
          class="button icon phone"
          aria-label="Back to the start"
          onClick={() => go({ page: 'landing' })}
        >
          <Icon node={ChevronLeft} />
        </button>
        <strong class="clip">{title}</strong>
        <span class="grow" />
        {extra}
        <button
          type="button"
          class="button icon"
          aria-label="Settings"
          onClick={() => openDialog('settings')}
        >
          <Icon node={Settings} />
        </button>
      </header>
      {children}
    </div>
  );
}
