import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { chatMessages as t } from '../../i18n/chat/index.ts';
import { Refused } from '../ui/Refused.tsx';

interface Props {
  /** What the button says, and what it says meanwhile. */
  readonly act: readonly [string, string];
  /** Sends what was filled in, never twice at a time. Resolves to what is wrong with it; `''` when it is done. */
  send(): Promise<string>;
  readonly children: ComponentChildren;
}

/** Fields, one button, and what is wrong above it. */
export function Form({ act, send, children }: Props) {
  const [refusal, setRefusal] = useState('');
  const [isBusy, setBusy] = useState(false);
  const submit = async () => {
    if (isBusy) return;
    setBusy(true);
    setRefusal('');
    const wrong = await send();
    setBusy(false);
    setRefusal(wrong);
  };
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {children}
      <Refused>{refusal}</Refused>
      <button type="submit" class="button primary">
        {act[isBusy ? 1 : 0]}
      </button>
    </form>
  );
}

/** More than spaces, as a browser asks for it. */
const SOMETHING = '.*\\S.*';

/** What a conversation is called. */
export function TitleField(props: {
  readonly id: string;
  readonly value: string;
  onChange(title: string): void;
  readonly describedBy?: string;
}) {
  return (
    <>
      <label class="small soft" for={props.id}>
        {t.title}
      </label>
      <input
        id={props.id}
        class="field"
        required
        pattern={SOMETHING}
        maxLength={60}
        value={props.value}
        aria-describedby={props.describedBy}
        onInput={(event) => props.onChange(event.currentTarget.value)}
      />
    </>
  );
}
