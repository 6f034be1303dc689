import { useId, useState } from 'preact/hooks';
import { table } from '../../i18n/table/index.ts';
import { Refused } from '../ui/Refused.tsx';

interface Props {
  readonly code: string;
  /** The last one did not fit. */
  readonly isWrong: boolean;
  readonly onSay: (password: string) => void;
}

/** A table asks for its password. A wrong one stays in the field: mostly a letter is missing. */
export function PasswordForm({ code, isWrong, onSay }: Props) {
  const [text, setText] = useState(lastSaid.get(code) ?? '');
  const id = useId();
  return (
    <form
      class="col password-form"
      onSubmit={(event) => {
        event.preventDefault();
        const said = text.trim();
        if (said === '') return;
        lastSaid.set(code, said);
        onSay(said);
      }}
    >
      <div class="join">
        <label class="unseen" for={id}>
          {table.passwordOfTable}
        </label>
        <input
          id={id}
          class="field"
          placeholder={table.password}
          autoComplete="off"
          autoCapitalize="off"
          spellcheck={false}
          maxLength={64}
          aria-invalid={isWrong}
          aria-describedby={`${id}-refusal`}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="button primary">
          {table.comeIn}
        </button>
      </div>
      <Refused id={`${id}-refusal`}>{isWrong ? table.wrongPassword : null}</Refused>
    </form>
  );
}

/** By table: the form is another one after every try. */
const lastSaid = new Map<string, string>();
