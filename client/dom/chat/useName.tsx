import { useState } from 'preact/hooks';
import { me } from '../../store/me.ts';
import { NameDialog } from './NameDialog.tsx';

/**
 * For what only people with a chosen name may do: asks whoever has none, and resolves to whether they have one then. The
 * dialog belongs beside what asks, outside of every form.
 */
export function useName() {
  const [asked, setAsked] = useState<{ readonly answered: () => void } | null>(null);
  const hasName = async (): Promise<boolean> => {
    if (me.peek()?.isNamed === false) {
      await new Promise<void>((answered) => setAsked({ answered }));
      setAsked(null);
    }
    return me.peek()?.isNamed !== false;
  };
  const dialog = asked && <NameDialog onClose={asked.answered} />;
  return { hasName, dialog };
}
