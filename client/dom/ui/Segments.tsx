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
  /** Why a choice cannot be made now, a sentence; null for one that can. */
  readonly refuses?: (value: T) => string | null;
}

/** One of a few, side by side, with a line about the one that is chosen. */
export function Segments<T extends string | number>({ label, choices, value, onChange, refuses }: Props<T>) {
  const id = useId();
  const help = choices.find((choice) => choice.value === value)?.help;
  const refused = new Map(choices.map((choice) => [choice.value, refuses?.(choice.value) ?? null]));
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
              aria-describedby={help && choice.value === value ? `${id}-help` : undefined}
              disabled={(refused.get(choice.value) ?? null) !== null}
              onChange={() => onChange(choice.value)}
            />
            {choice.label}
          </label>
        ))}
      </div>
      {help && (
        <p id={`${id}-help`} class="small soft">
          {help}
        </p>
      )}
      {choices.map((choice) => {
        const why = refused.get(choice.value);
        return why && <p key={choice.value} class="small soft">{`${choice.label}: ${why}`}</p>;
      })}
    </fieldset>
  );
}
