import type { ComponentChildren } from 'preact';
import { common } from '../../i18n/common/index.ts';
import { Refused } from '../ui/Refused.tsx';
import { useSteps } from './steps.ts';
import type { useForm } from './useForm.ts';

interface Props {
  readonly form: Pick<ReturnType<typeof useForm>, 'isBusy' | 'refusal' | 'submit'>;
  /** What the button says, and what it says meanwhile. */
  readonly act: readonly [string, string];
  readonly children: ComponentChildren;
  /** A way back to the first step. */
  readonly hasBack?: boolean;
}

/** The fields of one step, its button, and what is wrong with the whole. */
export function Form({ form, act, children, hasBack = false }: Props) {
  const { home } = useSteps();
  return (
    <form
      class="account-form"
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      {children}
      <Refused>{form.refusal}</Refused>
      <div class="account-acts">
        <button type="submit" class="button primary grow" aria-disabled={form.isBusy}>
          {act[form.isBusy ? 1 : 0]}
        </button>
        {hasBack && (
          <button type="button" class="button" onClick={() => home()}>
            {common.back}
          </button>
        )}
      </div>
    </form>
  );
}
