import { useEffect, useState } from 'preact/hooks';
import { REACTIONS, type Reaction } from '../../../shared/core/reactions.ts';
import { gameText as text } from '../../i18n/game/index.ts';
import { preferences } from '../../store/preferences.ts';
import { reactionName } from '../../store/reactions.ts';
import { useView } from '../table/context.ts';

/** How long a refusal stays, ms. */
const REFUSAL_MS = 3_000;

/** Whether the viewer can react here: they sit at the table, and have not turned that off. */
export const useReacts = (): boolean => useView().me !== null && preferences.value.reactions;

/** A few faces to show everybody for a moment. @param onDone is called when one was shown */
export function ReactionBar({ onDone }: { onDone?: () => void }) {
  const { connection } = useView().sitting;
  const [refusal, setRefusal] = useState('');
  useEffect(() => {
    if (refusal === '') return;
    const timer = setTimeout(() => setRefusal(''), REFUSAL_MS);
    return () => clearTimeout(timer);
  }, [refusal]);
  const react = async (emoji: Reaction) => {
    const done = await connection.react(emoji);
    setRefusal(done.ok ? '' : done.error.message);
    if (done.ok) onDone?.();
  };
  return (
    <fieldset class="reaction-bar">
      <legend class="unseen">{text.react}</legend>
      {REACTIONS.map((emoji) => (
        <button
          key={emoji}
          type="button"
          class="button quiet"
          title={reactionName(emoji)}
          onClick={() => void react(emoji)}
        >
          <span aria-hidden="true">{emoji}</span>
        </button>
      ))}
      <p class="small refusal reaction-refusal" role="status">
        {refusal}
      </p>
    </fieldset>
  );
}
