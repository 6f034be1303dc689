import Check from 'lucide/dist/esm/icons/check.mjs';
import Copy from 'lucide/dist/esm/icons/copy.mjs';
import { useState } from 'preact/hooks';
import { table } from '../../i18n/table/index.ts';
import { copyText } from '../ui/copy.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useTableLink } from './context.ts';
import { LinkField } from './LinkField.tsx';

/** How long "Copied" stays, ms. */
export const COPIED_MS = 2_000;

/** Copies a link; where the browser has no clipboard, says so. */
export function useCopyLink(link: string) {
  const [state, setState] = useState<'idle' | 'copied' | 'shown'>('idle');
  const copy = async () => {
    const isCopied = await copyText(link);
    setState(isCopied ? 'copied' : 'shown');
    if (isCopied) setTimeout(() => setState('idle'), COPIED_MS);
  };
  return { state, copy, hide: () => setState('idle') };
}

/** The code in the header; a press copies the link. */
export function CodeChip({ code }: { code: string }) {
  const link = useTableLink();
  const { state, copy, hide } = useCopyLink(link);
  const isCopied = state === 'copied';
  return (
    <>
      <button type="button" class="code-chip" onClick={copy}>
        <span class="chip">
          <span class="desk">{isCopied ? table.linkCopied : table.table}</span>
          {isCopied ? <span class="phone">{table.copied}</span> : <strong translate={false}>{code}</strong>}
          {!isCopied && <span class="unseen">{table.copyLinkHelp}</span>}
          <Icon node={isCopied ? Check : Copy} size={17} />
        </span>
      </button>
      {state === 'shown' && (
        <Dialog title={table.linkTitle} onClose={hide}>
          <LinkField link={link} />
        </Dialog>
      )}
    </>
  );
}
