import type { ComponentChildren } from 'preact';
import { useView } from '../table/context.ts';
import { Refused } from '../ui/Refused.tsx';
import { Words } from './Words.tsx';

interface Props {
  /** What this is, for whoever does not see it: `Your turn`. */
  readonly label: string;
  readonly line: ComponentChildren;
  /** In small, below; gives way to a refusal. */
  readonly detail?: ComponentChildren;
  /** Before the words. */
  readonly picture?: ComponentChildren;
  /** After the words: the action. */
  readonly children?: ComponentChildren;
}

/** What stands under the board: a line, what it means, and at most one action. Plain words are set as `Words`. */
export function Dock({ label, line, detail, picture, children }: Props) {
  const refusal = useView().sitting.refusal.value;
  return (
    <section class="dock" aria-label={label}>
      {picture}
      <div class="grow">
        <p class="dock-line">{worded(line)}</p>
        {refusal?.place === 'dock' ? (
          <Refused>{refusal.message}</Refused>
        ) : (
          <p class="small soft dock-detail">{worded(detail)}</p>
        )}
      </div>
      {children}
    </section>
  );
}

const worded = (content: ComponentChildren): ComponentChildren =>
  typeof content === 'string' ? <Words text={content} /> : content;
