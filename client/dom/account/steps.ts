import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { AccountApi } from '../../net/account.ts';
import type { Me } from '../../net/types.ts';

/** What the dialog shows. `codes` are there to be kept, and never shown again. */
export type Step =
  | { readonly at: 'home' | 'logIn' | 'recover' | 'password' | 'newCodes' | 'browsers' | 'delete' }
  | { readonly at: 'codes'; readonly codes: readonly string[] }
  /** Everything goes; a ticket to ask how far it is. */
  | { readonly at: 'erasing'; readonly ticket: string };

/** What every step of the dialog uses. */
export interface Steps {
  readonly api: AccountApi;
  /** Who this browser is. */
  readonly person: Me;
  readonly go: (step: Step) => void;
  /** Back to the first step, perhaps with a line about what was done. */
  readonly home: (done?: string) => void;
  /** Closes the dialog. */
  readonly close: () => void;
  /** Loads the page anew: this browser is somebody else now. */
  readonly startAgain: () => void;
}

export const StepsContext = createContext<Steps | null>(null);

export function useSteps(): Steps {
  const steps = useContext(StepsContext);
  if (!steps) throw new Error('outside of the account dialog');
  return steps;
}
