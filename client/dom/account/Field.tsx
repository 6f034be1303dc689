import Eye from 'lucide/dist/esm/icons/eye.mjs';
import EyeOff from 'lucide/dist/esm/icons/eye-off.mjs';
import { useId, useState } from 'preact/hooks';
import { Icon } from '../ui/Icon.tsx';
import { Refused } from '../ui/Refused.tsx';
import type { FieldState } from './useForm.ts';

interface Props {
  readonly label: string;
  readonly state: FieldState;
  readonly autoComplete: 'username' | 'current-password' | 'new-password' | 'one-time-code';
  readonly maxLength: number;
  readonly hint?: string;
}

/** A labelled field. What is wrong with it stands below it; a password can be looked at. */
export function Field({ label, state, autoComplete, maxLength, hint }: Props) {
  const id = useId();
  const [isShown, setShown] = useState(false);
  const isPassword = autoComplete.endsWith('password');
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
          maxLength={maxLength}
          autoComplete={autoComplete}
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
            aria-label="Show the password"
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

/** Tells a password manager whose password it is. */
export function WhoseField({ name }: { name: string }) {
  return (
    <input class="unseen" tabIndex={-1} aria-hidden="true" readOnly autoComplete="username" value={name} />
  );
}
