import { useState } from 'preact/hooks';
import { Dialog } from '../ui/Dialog.tsx';
import { useTalk } from './context.ts';
import { Form } from './Form.tsx';

/** Tells who looks after the server about a message, with a reason. */
export function Report({ seq, onClose }: { seq: number; onClose: () => void }) {
  const { link } = useTalk();
  const [reason, setReason] = useState('');
  const [isSent, setSent] = useState(false);
  const send = async () => {
    if (reason.trim() === '') return 'Say in a few words what is wrong with it.';
    const result = await link.report(seq, reason.trim());
    setSent(result.ok);
    return result.ok ? '' : result.error.message;
  };
  if (isSent)
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
      <Form act={['Report', 'Sending…']} send={send}>
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
      </Form>
    </Dialog>
  );
}
