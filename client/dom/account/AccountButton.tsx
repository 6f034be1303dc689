import { identity } from '../../i18n/identity/index.ts';
import { me } from '../../store/me.ts';
import { openDialog } from '../dialogs/open.tsx';

/** The way to the account, beside name and marker. */
export function AccountButton() {
  return (
    <button type="button" class="button" onClick={() => openDialog('account')}>
      {me.value?.hasAccount ? identity.account : identity.keepOrLogIn}
    </button>
  );
}
