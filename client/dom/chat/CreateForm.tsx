import type { ComponentChildren } from 'preact';
import type { Result } from '../../../shared/core/result.ts';
import { chatMessages as t } from '../../i18n/chat/index.ts';
import { go } from '../../store/route.ts';
import { Form } from './Form.tsx';
import { useName } from './useName.tsx';

interface Props {
  /** What to say instead of asking; `''` when nothing is missing. */
  readonly missing: string;
  create(): Promise<Result<{ readonly conversation: string }, { readonly message: string }>>;
  readonly onDone: () => void;
  readonly children: ComponentChildren;
}

/** Makes a conversation and goes there, or says why not. */
export function CreateForm({ missing, create, onDone, children }: Props) {
  const { hasName, dialog } = useName();
  const send = async () => {
    if (missing !== '') return missing;
    if (!(await hasName())) return t.chooseNameFirst;
    const made = await create();
    if (!made.ok) return made.error.message;
    onDone();
    go({ page: 'chat', conversation: made.value.conversation });
    return '';
  };
  return (
    <>
      <Form act={[t.create, t.creating]} send={send}>
        {children}
      </Form>
      {dialog}
    </>
  );
}
