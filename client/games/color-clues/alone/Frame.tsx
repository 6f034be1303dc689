import '../../../dom/styles/table.css';
import '../../../dom/styles/playing.css';
import '../styles/alone.css';
import type { ComponentChildren } from 'preact';
import { TopBar } from '../../../dom/dialogs/TopBar.tsx';

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
      <TopBar>
        <strong class="clip">{title}</strong>
        <span class="grow" />
        {extra}
      </TopBar>
      {children}
    </div>
  );
}
