import Check from 'lucide/dist/esm/icons/check.mjs';
import Copy from 'lucide/dist/esm/icons/copy.mjs';
import QrCode from 'lucide/dist/esm/icons/qr-code.mjs';
import Tv from 'lucide/dist/esm/icons/tv.mjs';
import { useState } from 'preact/hooks';
import { table } from '../../i18n/table/index.ts';
import { isOnlyHere } from '../../net/address.ts';
import { pathOf } from '../../store/route.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useCopyLink } from './CodeChip.tsx';
import { useTableLink } from './context.ts';
import { LinkField } from './LinkField.tsx';
import { Qr } from './Qr.tsx';

/** The code to read aloud, the link to send, the square to photograph. */
export function Invite({ code }: { code: string }) {
  const link = useTableLink();
  const { state, copy } = useCopyLink(link);
  const [isQrOpen, setQrOpen] = useState(false);
  return (
    <section class="panel invite" aria-label={table.invite}>
      <div class="grow">
        <p class="soft small">{table.sayCode}</p>
        <p class="display code" translate={false}>
          {code}
        </p>
      </div>
      <div class="row invite-ways">
        <button type="button" class="button" onClick={copy}>
          <Icon node={state === 'copied' ? Check : Copy} />
          {state === 'copied' ? table.linkCopied : table.copyLink}
        </button>
        <button type="button" class="button" onClick={() => setQrOpen(true)}>
          <Icon node={QrCode} />
          {table.qr}
        </button>
        <a class="button" href={pathOf({ page: 'tv', code })} target="_blank" rel="noopener">
          <Icon node={Tv} />
          {table.tv}
          <span class="unseen">{table.tvHelp}</span>
        </a>
      </div>
      {state === 'shown' && (
        <div class="invite-link">
          <LinkField link={link} />
        </div>
      )}
      {isOnlyHere.value && <p class="soft small invite-link">{table.onlyHere}</p>}
      {isQrOpen && (
        <Dialog title={table.tableTitle(code)} onClose={() => setQrOpen(false)}>
          <Qr text={link} />
          <p class="soft">{table.pointCamera}</p>
        </Dialog>
      )}
    </section>
  );
}
