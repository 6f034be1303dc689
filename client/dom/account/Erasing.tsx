import { useEffect, useState } from 'preact/hooks';
import { account } from '../../i18n/account/index.ts';
import { useSteps } from './steps.ts';

/** How often it is asked how far the work is, ms. */
const LOOK_MS = 500;

/** Somebody is gone already; what they wrote goes while they watch, or without them. */
export function Erasing({ ticket }: { ticket: string }) {
  const { api, startAgain } = useSteps();
  const [emptied, setEmptied] = useState(0);
  useEffect(() => {
    let timer = 0;
    const look = async () => {
      const answer = await api.removal(ticket);
      if (answer.ok && answer.value.isOver) return startAgain();
      if (answer.ok) setEmptied(answer.value.emptied);
      timer = window.setTimeout(look, LOOK_MS);
    };
    void look();
    return () => clearTimeout(timer);
  }, [api, ticket, startAgain]);
  return (
    <>
      <p>{account.nameIsFree}</p>
      <p class="soft" role="status">
        {account.erasing(emptied)}
      </p>
      <div class="account-acts">
        <button type="button" class="button primary grow" onClick={startAgain}>
          {account.startAgain}
        </button>
      </div>
    </>
  );
}
