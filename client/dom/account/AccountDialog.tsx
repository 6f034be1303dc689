import '../styles/account.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { account } from '../../i18n/account/index.ts';
import type { AccountApi } from '../../net/account.ts';
import { me } from '../../store/me.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { AccountHome } from './AccountHome.tsx';
import { Browsers } from './Browsers.tsx';
import { Codes } from './Codes.tsx';
import { DeleteAccount } from './DeleteAccount.tsx';
import { Erasing } from './Erasing.tsx';
import { KeepName } from './KeepName.tsx';
import { LogIn, Recover } from './LogIn.tsx';
import { ChangePassword, NewCodes } from './Passwords.tsx';
import { type Step, StepsContext } from './steps.ts';

interface Props {
  readonly api: AccountApi;
  readonly startAgain: () => void;
  readonly onClose: () => void;
  /** Where it begins. */
  readonly first?: 'home' | 'logIn';
}

/** Who one is: a name to keep, the ways in, and the way out. */
export function AccountDialog({ api, startAgain, onClose, first = 'home' }: Props) {
  const [step, go] = useState<Step>({ at: first });
  const [done, setDone] = useState('');
  const person = me.value;
  const body = useRef<HTMLDivElement>(null);
  const shown = useRef(step);
  // What had the focus is gone with the step before.
  useEffect(() => {
    if (shown.current !== step) (body.current?.querySelector<HTMLElement>('.field') ?? body.current)?.focus();
    shown.current = step;
  }, [step]);
  if (!person) return null;
  const home = (said = '') => {
    setDone(said);
    go({ at: 'home' });
  };
  const title = account.titles[step.at === 'home' ? (person.hasAccount ? 'account' : 'guest') : step.at];
  // Codes that were closed by mistake would be lost; whoever is gone needs a fresh page.
  const closing = step.at === 'codes' ? null : step.at === 'erasing' ? startAgain : onClose;
  return (
    <Dialog title={title} onClose={closing}>
      <StepsContext.Provider value={{ api, person, go, home, startAgain, close: onClose }}>
        <section ref={body} class="account" aria-label={title} tabIndex={-1}>
          <p class="small account-done" role="status">
            {step.at === 'home' && done}
          </p>
          <CurrentStep step={step} />
        </section>
      </StepsContext.Provider>
    </Dialog>
  );
}

function CurrentStep({ step }: { step: Step }) {
  switch (step.at) {
    case 'home':
      return me.value?.hasAccount ? <AccountHome /> : <KeepName />;
    case 'logIn':
      return <LogIn />;
    case 'recover':
      return <Recover />;
    case 'codes':
      return <Codes codes={step.codes} />;
    case 'password':
      return <ChangePassword />;
    case 'newCodes':
      return <NewCodes />;
    case 'browsers':
      return <Browsers />;
    case 'delete':
      return <DeleteAccount />;
    case 'erasing':
      return <Erasing ticket={step.ticket} />;
  }
}
