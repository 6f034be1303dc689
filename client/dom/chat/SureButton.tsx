import { useState } from 'preact/hooks';

interface Props {
  readonly label: string;
  /** What the second press says. */
  readonly sure: string;
  readonly onSure: () => void;
}

/** A button that asks once before it does something. */
export function SureButton({ label, sure, onSure }: Props) {
  const [isAsked, setAsked] = useState(false);
  return (
    <button
      type="button"
      class={isAsked ? 'button primary' : 'button'}
      onClick={() => (isAsked ? onSure() : setAsked(true))}
    >
      {isAsked ? sure : label}
    </button>
  );
}
