import ChevronLeft from 'lucide/dist/esm/icons/chevron-left.mjs';
import Settings from 'lucide/dist/esm/icons/settings.mjs';
import type { ComponentChildren } from 'preact';
import { common } from '../../i18n/common/index.ts';
import { go } from '../../store/route.ts';
import { Icon } from '../ui/Icon.tsx';
import { Logo } from '../ui/Logo.tsx';
import { openDialog } from './open.tsx';

/** The bar on top of a page where one plays: the way back, what stands in it, settings. */
export function TopBar({ children }: { children: ComponentChildren }) {
  return (
    <header class="top table-top">
      <span class="desk">
        <Logo />
      </span>
      <button
        type="button"
        class="button icon phone"
        aria-label={common.backToTheStart}
        onClick={() => go({ page: 'landing' })}
      >
        <Icon node={ChevronLeft} />
      </button>
      {children}
      <button
        type="button"
        class="button icon"
        aria-label={common.settings}
        onClick={() => openDialog('settings')}
      >
        <Icon node={Settings} />
      </button>
    </header>
  );
}
