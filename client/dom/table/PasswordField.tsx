import { useId, useState } from 'preact/hooks';
import { table } from '../../i18n/table/index.ts';
import { useView } from './context.ts';

/** The host sets a password, another one, or none. It is shown while it is typed: it is there to be said aloud. */
export function PasswordField() {
  const { sitting, view } = useView();
  const [text, setText] = useState('');
  const id = useId();
  const set = async (password: string | null) => {
    if (await sitting.send({ type: 'setPassword', password }, 'seat')) setText('');
  };
  return (
    <form
      class="col host-part"
      onSubmit={(event) => {
        event.preventDefault();
        const password = text.trim();
        if (password !== '') void set(password);
      }}
    >
      <label for={id}>
        {table.password}{' '}
        <span class="small soft">{view.hasPassword ? table.passwordIsSet : table.passwordHelp}</span>
      </label>
      <div class="row">
        <input
          id={id}
          class="field grow"
          autoComplete="off"
          autoCapitalize="off"
          spellcheck={false}
          maxLength={64}
          placeholder={view.hasPassword ? table.newPassword : table.noPassword}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="button">
          {view.hasPassword ? table.change : table.set}
        </button>
        {view.hasPassword && (
          <button type="button" class="button" onClick={() => set(null)}>
            {table.remove}
          </button>
        )}
      </div>
    </form>
  );
}
