import Check from 'lucide/dist/esm/icons/check.mjs';
import Copy from 'lucide/dist/esm/icons/copy.mjs';
import Download from 'lucide/dist/esm/icons/download.mjs';
import { useEffect, useRef, useState } from 'preact/hooks';
import { account } from '../../i18n/account/index.ts';
import { common } from '../../i18n/common/index.ts';
import { copyText } from '../ui/copy.ts';
import { Icon } from '../ui/Icon.tsx';
import { saveFile } from '../ui/save-file.ts';
import { useSteps } from './steps.ts';

/** The recovery codes, this once: to be copied or downloaded. */
export function Codes({ codes }: { codes: readonly string[] }) {
  const { person, home } = useSteps();
  const [copied, setCopied] = useState<'no' | 'yes' | 'byHand'>('no');
  const list = useRef<HTMLOListElement>(null);
  const text = `${account.codesOf(person.name)}\n\n${codes.join('\n')}\n`;
  // Where the browser has no clipboard, they are selected to be copied by hand.
  const copy = async () => {
    const isDone = await copyText(text);
    setCopied(isDone ? 'yes' : 'byHand');
    if (!isDone && list.current) getSelection()?.selectAllChildren(list.current);
  };
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, []);
  return (
    <>
      <p class="soft">{account.codesText}</p>
      <ol ref={list} class="account-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <p class="small soft" role="status">
        {copied === 'byHand' && account.codesSelected}
      </p>
      <div class="account-acts">
        <button type="button" class="button grow" onClick={copy}>
          <Icon node={copied === 'yes' ? Check : Copy} />
          {copied === 'yes' ? common.copied : account.copy}
        </button>
        <button
          type="button"
          class="button grow"
          onClick={() => saveFile('color-clues-codes.txt', new Blob([text], { type: 'text/plain' }))}
        >
          <Icon node={Download} />
          {account.download}
        </button>
      </div>
      <button type="button" class="button primary" onClick={() => home()}>
        {account.codesKept}
      </button>
    </>
  );
}
