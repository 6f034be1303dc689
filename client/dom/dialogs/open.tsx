import { type Signal, signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { withMessages } from '../../i18n/messages.ts';

type Name = 'how' | 'settings' | 'account' | 'logIn';
interface DialogProps {
  readonly onClose: () => void;
}

const LOADERS: Record<Name, () => Promise<ComponentType<DialogProps>>> = {
  how: async () => (await import('./HowToPlay.tsx')).HowToPlay,
  settings: async () => (await import('./Settings.tsx')).Settings,
  account: async () => (await import('../account/ConnectedAccount.tsx')).ConnectedAccount,
  logIn: async () => (await import('../account/ConnectedAccount.tsx')).ConnectedLogIn,
};

const opened: Signal<Name | null> = signal(null);

/** Opens one of the dialogs that are available everywhere. */
export function openDialog(name: Name): void {
  opened.value = name;
}

/** Shows the dialog that was asked for; its code comes when it is first needed. */
export function Dialogs() {
  const name = opened.value;
  const [loaded, setLoaded] = useState<{ name: Name; Content: ComponentType<DialogProps> } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    if (name) void withMessages(LOADERS[name]()).then((Content) => isCurrent && setLoaded({ name, Content }));
    return () => {
      isCurrent = false;
    };
  }, [name]);
  if (!name || loaded?.name !== name) return null;
  const close = () => {
    opened.value = null;
  };
  return <loaded.Content onClose={close} />;
}
