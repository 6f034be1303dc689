import { useState } from 'preact/hooks';
import { Dialog } from '../ui/Dialog.tsx';
import { Refused } from '../ui/Refused.tsx';
import { useTalk } from './context.ts';

/** Tells who looks after the server about a message, with a reason. */
export function Report({ seq, onClose }: { seq: number; onClose: () => void }) {
  const { link } = useTalk();
  const [reason, setReason] = useState('');
  const [state, setState] = useState<'open' | 'sending' | 'sent'>('open');
  const [refusal, setRefusal] = useState('');
  const send = async () => {
    if (state !== 'open') return;
    if (reason.trim() === '') return setRefusal('Say in a few words what is wrong with it.');
    setState('sending');
    setRefusal('');
    const result = await link.report(seq, reason.trim());
    setState(result.ok ? 'sent' : 'open');
    if (!result.ok) setRefusal(result.error.message);
  };
  if (state === 'sent')
    return (
      <Dialog title="Reported" onClose={onClose}>
        <p>Thank you. Somebody will look at it. The author is not told who reported it.</p>
        <div class="ways">
          <button type="button" class="button primary" onClick={onClose}>
            Done
          </button>
        </div>
      </Dialog>
    );
  return (
    <Dialog title="Report a message" onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <label class="small soft" for="report-reason">
          What is wrong with it?
        </label>
        <textarea
          id="report-reason"
          class="field"
          rows={4}
          maxLength={500}
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
        <Refused>{refusal}</Refused>
        <button type="submit" class="button primary">
          {state === 'sending' ? 'Sending…' : 'Report'}
        </button>
      </form>
    </Dialog>
  );
}
