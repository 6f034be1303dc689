import { useId, useState } from 'preact/hooks';
import { landing } from '../../i18n/landing/index.ts';
import { go } from '../../store/route.ts';

/** Reads a code out of what was typed or pasted, also out of a whole link. */
export const codeIn = (text: string): string =>
  (/\/[\w-]+\/([a-z]+)\/?$/i.exec(text.trim())?.[1] ?? text).replace(/[^a-z]/gi, '').toUpperCase();

/** A field for the code of a table. */
export function JoinByCode({ code: given = '' }: { code?: string }) {
  const [text, setText] = useState(given);
  const id = useId();
  return (
    <form
      class="join"
      onSubmit={(event) => {
        event.preventDefault();
        const code = codeIn(text);
        if (code) go({ page: 'table', game: null, code });
      }}
    >
      <label class="unseen" for={id}>
        {landing.codeOfTable}
      </label>
      <input
        id={id}
        class="field"
        placeholder={landing.code}
        autoComplete="off"
        autoCapitalize="characters"
        spellcheck={false}
        maxLength={80}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button type="submit" class="button">
        {landing.join}
      </button>
    </form>
  );
}
