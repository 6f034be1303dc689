import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { isOccupied } from '../../../dom/effects/waiting.ts';
import { Words } from '../../../dom/game/Words.tsx';
import { Refused } from '../../../dom/ui/Refused.tsx';
import { text } from '../messages/table/index.ts';
import { useGame } from './useGame.ts';

interface Props {
  readonly label: string;
  readonly placeholder: string;
  readonly rules: string;
  /** How many words there may be. */
  readonly words: number;
  readonly button: string;
  readonly onGive: (text: string) => Promise<boolean>;
  /** Beside the button. */
  readonly children?: ComponentChildren;
}

const MAX = 60;

/** What is already wrong while typing; the server decides about the rest. */
function hintFor(clue: string, words: number): string {
  const found = clue
    .trim()
    .split(/[\s-]+/)
    .filter(Boolean);
  if (found.length > words) return words === 1 ? text.moreThanOne : text.moreThan(words);
  return /\d/.test(clue) ? text.noDigits : '';
}

/** One field, one button. What was typed stays when it is refused. */
export function ClueField({ label, placeholder, rules, words, button, onGive, children }: Props) {
  const { sitting, draft } = useGame();
  const field = useRef<HTMLInputElement>(null);
  const clue = draft.clue.value;
  const refusal = sitting.refusal.value;
  const message = refusal?.place === 'dock' ? refusal.message : hintFor(clue, words);
  const isSending = sitting.pending.value !== null;
  useEffect(() => {
    if (!isOccupied() && !document.querySelector('dialog[open]'))
      field.current?.focus({ preventScroll: true });
  }, []);
  const give = async () => {
    if (isSending || clue.trim() === '') return field.current?.focus();
    if (!(await onGive(clue.trim()))) field.current?.focus();
  };
  return (
    <form
      class="clue-form"
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      <div class="clue-line">
        <input
          dir="auto"
          ref={field}
          class="field clue-field"
          aria-label={label}
          aria-describedby="clue-rules clue-refusal"
          aria-invalid={message !== ''}
          placeholder={placeholder}
          autoComplete="off"
          autoCapitalize="none"
          enterKeyHint="send"
          maxLength={MAX}
          value={clue}
          onInput={(event) => {
            draft.clue.value = event.currentTarget.value;
            sitting.refusal.value = null;
          }}
        />
        <button type="submit" class="button primary big" aria-disabled={isSending || clue.trim() === ''}>
          {isSending ? text.giving : button}
        </button>
        {children}
      </div>
      <p id="clue-rules" class="small soft clue-rules" data-covered={message !== ''}>
        <Words text={rules} />
      </p>
      <Refused id="clue-refusal">{message}</Refused>
    </form>
  );
}
