import { useState } from 'preact/hooks';
import { chatMessages as t } from '../../i18n/chat/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { useTalk } from './context.ts';
import { Form } from './Form.tsx';

/** Tells who looks after the server about a message, with a reason. */
export function Report({ seq, onClose }: { seq: number; onClose: () => void }) {
  const { link } = useTalk();
  const [reason, setReason] = useState('');
  const [isSent, setSent] = useState(false);
  const send = async () => {
    if (reason.trim() === '') return t.sayWhatIsWrong;
    const result = await link.report(seq, reason.trim());
    setSent(result.ok);
    return result.ok ? '' : result.error.message;
  };
  if (isSent)
    return (
      <Dialog title={t.reported} onClose={onClose}>
        <p>{t.reportThanks}</p>
        <div class="ways">
          <button type="button" class="button primary" onClick={onClose}>
            {t.done}
          </button>
        </div>
      </Dialog>
    );
  return (
    <Dialog title={t.reportMessage} onClose={onClose}>
      <Form act={[t.doReport, t.sending]} send={send}>
        <label class="small soft" for="report-reason">
          {t.whatIsWrong}
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
