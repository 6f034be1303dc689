import { account } from '../../i18n/account/index.ts';
import { openDialog } from '../dialogs/open.tsx';
import { StatePage } from '../ui/StatePage.tsx';

/** This browser was logged out in another tab, or from another browser. */
export function SignedOut({ name }: { name: string }) {
  return (
    <StatePage title={account.signedOut.title} text={account.signedOut.text(name)}>
      <button type="button" class="button primary" onClick={() => openDialog('logIn')}>
        {account.logIn}
      </button>
      <button type="button" class="button" onClick={() => location.reload()}>
        {account.signedOut.goOn}
      </button>
    </StatePage>
  );
}
