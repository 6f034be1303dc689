import { useEffect, useState } from 'preact/hooks';
import { account } from '../../i18n/account/index.ts';
import { common } from '../../i18n/common/index.ts';
import { accountRefusals } from '../../i18n/refusals-account/index.ts';
import type { AccountView } from '../../net/account.ts';
import { Named } from '../ui/Named.tsx';
import { Refused } from '../ui/Refused.tsx';
import { DownloadData } from './DownloadData.tsx';
import { GamesLink } from './GamesLink.tsx';
import { useSteps } from './steps.ts';

const WAYS = ['browsers', 'password', 'newCodes'] as const;

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
      else setRefusal(accountRefusals.beside.not_named);
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
        <Named message={account.nameIsYours}>
          <strong translate={false}>{person.name}</strong>
        </Named>
        <br />
        <span class="small soft">
          {view ? account.codesLeft(view.recoveryCodesLeft) : refusal === '' && common.oneMoment}
        </span>
      </p>
      <div class="account-list">
        <GamesLink />
        {WAYS.map((at) => (
          <button key={at} type="button" class="button" onClick={() => go({ at })}>
            {account.ways[at]}
          </button>
        ))}
        <button type="button" class="button" onClick={logOut}>
          {account.logOut}
        </button>
        <Refused>{refusal}</Refused>
        <DownloadData />
        <button type="button" class="button quiet" onClick={() => go({ at: 'delete' })}>
          {account.deleteAccount}
        </button>
      </div>
    </>
  );
}
