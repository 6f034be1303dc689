import '../styles/how.css';
import type { ComponentChildren } from 'preact';

/** The rules of a game, step by step. Holds `Step`s. */
export const Steps = ({ children }: { children: ComponentChildren }) => <ol class="how">{children}</ol>;

interface StepProps {
  readonly picture: ComponentChildren;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** One step: a picture, what happens, and the rule in small. */
export function Step({ picture, title, children }: StepProps) {
  return (
    <li>
      <div class="how-picture">{picture}</div>
      <div>
        <h3>{title}</h3>
        <p class="soft">{children}</p>
      </div>
    </li>
  );
}
