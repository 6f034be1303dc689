import { useId } from 'preact/hooks';
import { text } from '../messages/alone/index.ts';

interface Props {
  readonly hints: readonly string[];
  /** The one that is shown. */
  readonly at: number;
  readonly onShow: (hint: number) => void;
  /** What is known of each: where the marker lies, or what it brought; may be empty. */
  readonly note: (hint: number) => string;
}

/** The clues of a day, one of them shown on the board. */
export function ClueTabs({ hints, at, onShow, note }: Props) {
  const name = useId();
  return (
    <fieldset class="clue-tabs">
      <legend class="unseen">{text.cluesOfDay}</legend>
      {hints.map((hint, index) => (
        <label key={hint} class="panel">
          <input
            class="unseen"
            type="radio"
            name={name}
            checked={index === at}
            onChange={() => onShow(index)}
          />
          <span class="clip" translate={false}>
            {hint}
          </span>
          <span class="small soft num">{note(index)}</span>
        </label>
      ))}
    </fieldset>
  );
}
