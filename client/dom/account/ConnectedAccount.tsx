import { accountApi } from '../../net/account.ts';
import { AccountDialog } from './AccountDialog.tsx';

/** The dialog about who one is, connected. */
export function ConnectedAccount({ onClose }: { onClose: () => void }) {
  return <AccountDialog api={accountApi} startAgain={() => location.reload()} onClose={onClose} />;
}
