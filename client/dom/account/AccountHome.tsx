import { useEffect, useState } from 'preact/hooks';
import { ACCOUNT_REFUSALS } from '../../../shared/protocol/account-refusals.ts';
import type { AccountView } from '../../net/account.ts';
import { Refused } from '../ui/Refused.tsx';
import { DownloadData } from './DownloadData.tsx';
import { GamesLink } from './GamesLink.tsx';
import { type Step, useSteps } from './steps.ts';
import { codesWords } from './words.ts';

const WAYS: readonly (readonly [Exclude<Step['at'], 'codes' | 'erasing'>, string])[] = [
  ['browsers', 'Where I am logged in'],
  ['password', 'Change password'],
  ['newCodes', 'New recovery codes'],
];

/** What somebody with an account can do about it. */
export function AccountHome() {
  const { api, person, go, startAgain } = useSteps();
  const [view, setView] = useState<AccountView | null>(null);
  const [refusal, setRefusal] = useState('');
  useEffect(() => {
    let isCurrent = true;
    void api.view().then((answer) => {
      if (!isCurrent) return;
      if (!answer.ok) setRefusal(answer.error.message);
      else if (answer.value.hasAccount) setView(answer.value);
      else setRefusal(ACCOUNT_REFUSALS.beside.not_named);
    });
    return () => {
      isCurrent = false;
    };
  }, [api]);
  const logOut = async () => {
    const answer = await api.logOut();
    if (answer.ok) startAgain();
    else setRefusal(answer.error.message);
  };
  return (
    <>
      <p>
        The name <strong translate={false}>{person.name}</strong> is yours.
        <br />
        <span class="small soft">
          {view ? codesWords(view.recoveryCodesLeft) : refusal === '' && 'One moment…'}
        </span>
      </p>
      <div class="account-list">
        <GamesLink />
        {WAYS.map(([at, label]) => (
          <button key={at} type="button" class="button" onClick={() => go({ at })}>
            {label}
          </button>
        ))}
        <button type="button" class="button" onClick={logOut}>
          Log out
        </button>
        <Refused>{refusal}</Refused>
        <DownloadData />
        <button type="button" class="button quiet" onClick={() => go({ at: 'delete' })}>
          Delete my account
        </button>
      </div>
    </>
  );
}
