import { useState } from 'preact/hooks';
import { COPIED_MS } from '../../../dom/table/CodeChip.tsx';
import { copyText, linkTo } from '../../../dom/ui/copy.ts';
import { Dialog } from '../../../dom/ui/Dialog.tsx';
import { text } from '../messages/alone/index.ts';
import { dailyText } from './days.ts';

/** Tells others how the day went, and nothing of what was right. */
export function ShareDay({ day, points }: { day: string; points: readonly number[] }) {
  const [state, setState] = useState<'idle' | 'copied' | 'shown'>('idle');
  const told = dailyText(day, points, linkTo({ page: 'other', path: `/daily/${day}` }));
  const share = async () => {
    // Phones have a sheet of their own for this; closing it is no failure.
    if (navigator.share && matchMedia('(pointer: coarse)').matches) {
      await navigator.share({ text: told }).catch(() => {});
      return;
    }
    const isCopied = await copyText(told);
    setState(isCopied ? 'copied' : 'shown');
    if (isCopied) setTimeout(() => setState('idle'), COPIED_MS);
  };
  return (
    <>
      <button type="button" class="button primary big" onClick={share}>
        {state === 'copied' ? text.resultCopied : text.shareResult}
      </button>
      {state === 'shown' && (
        <Dialog title={text.result} onClose={() => setState('idle')}>
          <textarea
            class="field share-text"
            translate={false}
            readOnly
            rows={4}
            aria-label={text.resultAsText}
            ref={(field) => field?.select()}
            value={told}
          />
        </Dialog>
      )}
    </>
  );
}
