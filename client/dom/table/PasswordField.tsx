import { useId, useState } from 'preact/hooks';
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
        Password{' '}
        <span class="small soft">
          {view.hasPassword ? 'is asked for. Who has a seat keeps it.' : 'for whoever comes from now on'}
        </span>
      </label>
      <div class="row">
        <input
          id={id}
          class="field grow"
          autoComplete="off"
          autoCapitalize="off"
          spellcheck={false}
          maxLength={64}
          placeholder={view.hasPassword ? 'New' : 'None'}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="button">
          {view.hasPassword ? 'Change' : 'Set'}
        </button>
        {view.hasPassword && (
          <button type="button" class="button" onClick={() => set(null)}>
            Remove
          </button>
        )}
      </div>
    </form>
  );
}
