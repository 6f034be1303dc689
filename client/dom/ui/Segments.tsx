import { useId } from 'preact/hooks';

interface Choice<T> {
  readonly value: T;
  readonly label: string;
  readonly help: string;
}
interface Props<T> {
  readonly label: string;
  readonly choices: readonly Choice<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** One of a few, side by side, with a line about the one that is chosen. */
export function Segments<T extends string | number>({ label, choices, value, onChange }: Props<T>) {
  const id = useId();
  const help = choices.find((choice) => choice.value === value)?.help;
  return (
    <fieldset class="segments">
      <legend>{label}</legend>
      <div class="segments-row">
        {choices.map((choice) => (
          <label key={choice.value}>
            <input
              class="unseen"
              type="radio"
              name={id}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            {choice.label}
          </label>
        ))}
      </div>
      {help && <p class="small soft">{help}</p>}
    </fieldset>
  );
}
