import { accountApi } from '../../net/account.ts';
import { AccountDialog } from './AccountDialog.tsx';

const startAgain = () => location.reload();

/** The dialog about who one is, connected. */
export function ConnectedAccount({ onClose }: { onClose: () => void }) {
  return <AccountDialog api={accountApi} startAgain={startAgain} onClose={onClose} />;
}

/** The same, for whoever has an account and is not known here yet. */
export function ConnectedLogIn({ onClose }: { onClose: () => void }) {
  return <AccountDialog api={accountApi} startAgain={startAgain} onClose={onClose} first="logIn" />;
}
