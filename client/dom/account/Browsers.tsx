import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { account } from '../../i18n/account/index.ts';
import { common } from '../../i18n/common/index.ts';
import type { SessionRow } from '../../net/account.ts';
import { Refused } from '../ui/Refused.tsx';
import { useSteps } from './steps.ts';
import { seenWords } from './words.ts';

/** The browsers that are logged in, each with a way to end that. */
export function Browsers() {
  const { api, home } = useSteps();
  const [rows, setRows] = useState<readonly SessionRow[] | null>(null);
  const [refusal, setRefusal] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const load = useCallback(async () => {
    const answer = await api.view();
    if (answer.ok) setRows(thisFirst(answer.value.sessions));
    else setRefusal(answer.error.message);
  }, [api]);
  useEffect(() => {
    void load();
  }, [load]);
  const end = async (session: string) => {
    const answer = await api.endSession(session);
    setRefusal(answer.ok ? '' : answer.error.message);
    // What is not there any more was ended elsewhere.
    if (!answer.ok && answer.error.code !== 'not_found') return;
    await load();
    // The button that was pressed is gone.
    list.current?.focus();
  };
  const others = rows?.filter((row) => !row.isThis).length ?? 0;
  return (
    <>
      <ul ref={list} class="account-browsers" tabIndex={-1} aria-busy={rows === null}>
        {rows?.map((row) => (
          <li key={row.id} class="row">
            <div class="grow">
              <strong>{row.browser}</strong>
              <span class="small soft">
                {row.isThis ? account.thisBrowser : seenWords(row.seenAt, Date.now())}
              </span>
            </div>
            {!row.isThis && (
              <button
                type="button"
                class="button"
                aria-label={account.logOutOf(row.browser)}
                onClick={() => end(row.id)}
              >
                {account.logOut}
              </button>
            )}
          </li>
        ))}
      </ul>
      <Refused>{refusal}</Refused>
      <div class="account-acts">
        {others > 1 && (
          <button type="button" class="button grow" onClick={() => end('others')}>
            {account.logOutOthers}
          </button>
        )}
        <button type="button" class="button grow" onClick={() => home()}>
          {common.back}
        </button>
      </div>
    </>
  );
}

const thisFirst = (rows: readonly SessionRow[]): SessionRow[] =>
  [...rows].sort((a, b) => Number(b.isThis) - Number(a.isThis));
