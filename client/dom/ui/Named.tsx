import type { ComponentChildren } from 'preact';

/** Stands for what is shown in a look of its own. */
const GAP = '\u2060';

interface Props {
  /** A sentence about something, wherever in it that is said. */
  readonly message: (about: string) => string;
  readonly children: ComponentChildren;
}

/** A sentence in which what it is about, `children`, has a look of its own. */
export function Named({ message, children }: Props) {
  const [before, after] = message(GAP).split(GAP);
  return (
    <>
      {before}
      {children}
      {after}
    </>
  );
}
