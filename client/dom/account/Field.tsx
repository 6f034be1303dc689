import Eye from 'lucide/dist/esm/icons/eye.mjs';
import EyeOff from 'lucide/dist/esm/icons/eye-off.mjs';
import { useId, useState } from 'preact/hooks';
import { account } from '../../i18n/account/index.ts';
import { Icon } from '../ui/Icon.tsx';
import { Refused } from '../ui/Refused.tsx';
import { useSteps } from './steps.ts';
import type { FieldState } from './useForm.ts';

/** What a field is for, in the words of browsers, and how long its text may be: what the server reads. */
const PURPOSES = {
  username: 200,
  off: 200,
  'current-password': 1_000,
  'new-password': 1_000,
  'one-time-code': 100,
} as const;

interface Props {
  readonly label: string;
  readonly state: FieldState;
  readonly purpose: keyof typeof PURPOSES;
}

/** What is said below a field. */
function hintOf(purpose: keyof typeof PURPOSES): string {
  if (purpose === 'new-password') return account.newPasswordHint;
  return purpose === 'one-time-code' ? account.recoveryCodeHint : '';
}

/** A labelled field. What is wrong with it stands below it; a password can be looked at. */
export function Field({ label, state, purpose }: Props) {
  const id = useId();
  const [isShown, setShown] = useState(false);
  const hint = hintOf(purpose);
  const isPassword = purpose.endsWith('password');
  const kind = isPassword && !isShown ? ({ type: 'password' } as const) : ({ type: 'text' } as const);
  return (
    <div class="account-field">
      <label class="small soft" for={id}>
        {label}
      </label>
      <div class="account-input">
        <input
          id={id}
          ref={state.box}
          class="field"
          {...kind}
          required
          maxLength={PURPOSES[purpose]}
          autoComplete={purpose}
          autoCapitalize="none"
          spellcheck={false}
          value={state.value}
          aria-invalid={state.refusal !== ''}
          aria-describedby={`${id}-hint ${id}-refusal`}
          onInput={(event) => state.onInput(event.currentTarget.value)}
        />
        {isPassword && (
          <button
            type="button"
            class="button icon"
            aria-label={account.showPassword}
            aria-pressed={isShown}
            onClick={() => setShown(!isShown)}
          >
            <Icon node={isShown ? EyeOff : Eye} />
          </button>
        )}
      </div>
      <p id={`${id}-hint`} class="small soft">
        {state.refusal === '' && hint}
      </p>
      <Refused id={`${id}-refusal`}>{state.refusal}</Refused>
    </div>
  );
}

/** The password of whoever this browser is; a password manager is told whose it is. */
export function OwnPassword({ label = account.yourPassword, state }: { label?: string; state: FieldState }) {
  const { person } = useSteps();
  return (
    <>
      <input
        class="unseen"
        tabIndex={-1}
        aria-hidden="true"
        readOnly
        autoComplete="username"
        value={person.name}
      />
      <Field label={label} state={state} purpose="current-password" />
    </>
  );
}
