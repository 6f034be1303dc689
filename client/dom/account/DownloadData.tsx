import { useEffect, useRef, useState } from 'preact/hooks';
import { account } from '../../i18n/account/index.ts';
import { Refused } from '../ui/Refused.tsx';
import { saveFile } from '../ui/save-file.ts';
import { useSteps } from './steps.ts';
import { bytesWords } from './words.ts';

/** Everything that is stored about this person, as a file. It may take a while, says how much has come, and can be stopped. */
export function DownloadData() {
  const { api } = useSteps();
  const [bytes, setBytes] = useState<number | null>(null);
  const [refusal, setRefusal] = useState('');
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const collect = async () => {
    const wish = new AbortController();
    stop.current = wish;
    setRefusal('');
    setBytes(0);
    const answer = await api.data(setBytes, wish.signal);
    setBytes(null);
    if (wish.signal.aborted) return;
    if (answer.ok) saveFile('color-clues.json', answer.value);
    else setRefusal(answer.error.message);
  };
  return (
    <>
      {bytes === null ? (
        <button type="button" class="button quiet" onClick={collect}>
          {account.data.start}
        </button>
      ) : (
        <button type="button" class="button quiet" onClick={() => stop.current?.abort()}>
          {bytes === 0 ? account.data.collecting : account.data.soFar(bytesWords(bytes))}
        </button>
      )}
      <Refused>{refusal}</Refused>
    </>
  );
}
