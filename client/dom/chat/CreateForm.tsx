import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Result } from '../../../shared/core/result.ts';
import { go } from '../../store/route.ts';
import { Refused } from '../ui/Refused.tsx';

interface Props {
  /** What to say instead of asking; `''` when nothing is missing. */
  readonly missing: string;
  create(): Promise<Result<{ readonly conversation: string }, { readonly message: string }>>;
  readonly onDone: () => void;
  readonly children: ComponentChildren;
}

/** Makes a conversation and goes there, or says why not. */
export function CreateForm({ missing, create, onDone, children }: Props) {
  const [refusal, setRefusal] = useState('');
  const [isBusy, setBusy] = useState(false);
  const submit = async () => {
    if (isBusy) return;
    if (missing !== '') return setRefusal(missing);
    setBusy(true);
    const made = await create();
    setBusy(false);
    if (!made.ok) return setRefusal(made.error.message);
    onDone();
    go({ page: 'chat', conversation: made.value.conversation });
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
        {isBusy ? 'Creating…' : 'Create'}
      </button>
    </form>
  );
}

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
        Title
      </label>
      <input
        id={props.id}
        class="field"
        required
        maxLength={60}
        value={props.value}
        aria-describedby={props.describedBy}
        onInput={(event) => props.onChange(event.currentTarget.value)}
      />
    </>
  );
}
