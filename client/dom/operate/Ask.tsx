import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { questionFor } from '../../store/operate/words.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Refused } from '../ui/Refused.tsx';
import { useOperate, type Wish } from './context.ts';

const MOST = 300;

/** Asks once before something is done, and why. */
export function Ask({ wish, onClose }: { wish: Wish; onClose: () => void }) {
  const { room } = useOperate();
  const [why, setWhy] = useState('');
  const [refusal, setRefusal] = useState('');
  const [isBusy, setBusy] = useState(false);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  // The dialog itself has the focus when it opens.
  useEffect(() => field.current?.focus(), []);
  const { title, text, yes } = questionFor(wish.action, wish.whom);
  const send = async () => {
    if (why.trim() === '') return setRefusal('Say in a few words why. It stands in the log.');
    setBusy(true);
    const done = await room.act(wish.action, why.trim());
    setBusy(false);
    if (!done.ok) return setRefusal(done.error.message);
    wish.onDone?.();
    onClose();
  };
  return (
    <Dialog title={title} onClose={onClose} isQuestion>
      <form
        class="operate-ask"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) void send();
        }}
      >
        <p>{text}</p>
        <label class="small soft" for={id}>
          Why?
        </label>
        <input
          id={id}
          class="field"
          ref={field}
          maxLength={MOST}
          autocomplete="off"
          value={why}
          onInput={(event) => setWhy(event.currentTarget.value)}
        />
        <Refused>{refusal}</Refused>
        <div class="ways">
          <button type="submit" class="button primary" aria-disabled={isBusy}>
            {isBusy ? 'One moment…' : yes}
          </button>
          <button type="button" class="button" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
