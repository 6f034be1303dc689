import CircleAlert from 'lucide/dist/esm/icons/circle-alert.mjs';
import type { PendingMessage } from '../../net/chat-types.ts';
import { clockOf } from '../../store/chat/time.ts';
import { me } from '../../store/me.ts';
import { Icon } from '../ui/Icon.tsx';
import { useTalk } from './context.ts';
import { focusComposer } from './focus.ts';
import { MessageText } from './MessageText.tsx';
import { PersonMarker } from './PersonMarker.tsx';
import { Quote } from './Quote.tsx';

/** An own message on its way, or refused with its reason. */
export function PendingLine({ pending, isHead }: { pending: PendingMessage; isHead: boolean }) {
  const { link } = useTalk();
  const person = me.value;
  const isFailed = pending.state === 'failed';
  const isWaiting = !isFailed && link.connection.value !== 'live';
  return (
    <article class={isHead ? 'msg head' : 'msg'} aria-live="off">
      {isHead && person && (
        <div class="msg-by">
          <span class="msg-face">
            <PersonMarker person={{ ...person, isGone: false }} size={32} />
          </span>
          <span class="msg-name">{person.name}</span>
          <time class="msg-time small soft num" dateTime={new Date(pending.at).toISOString()}>
            {clockOf(pending.at)}
          </time>
        </div>
      )}
      <div class="msg-content">
        {pending.replyTo !== null && <Quote seq={pending.replyTo} />}
        {pending.text !== '' && (
          <MessageText text={pending.text} mentions={pending.mentions} me="" isEdited={false} />
        )}
        {pending.table !== null && <p class="msg-text soft">Invitation to table {pending.table}</p>}
        {!isFailed && (
          <p class="msg-status small soft">{isWaiting ? 'Waits for the connection' : 'Sending…'}</p>
        )}
        {isFailed && (
          <div class="msg-failed" role="alert">
            <p class="small">
              <Icon node={CircleAlert} size={16} />
              <span>
                <strong>Not sent.</strong> {pending.refusal?.message}
              </span>
            </p>
            <button type="button" class="button small" onClick={() => link.retry(pending.id)}>
              Retry
            </button>
            <button
              type="button"
              class="button small"
              onClick={() => {
                link.discard(pending.id);
                focusComposer();
              }}
            >
              Delete
            </button>
          </div>
        )}
      </div>
    </article>
  );
}
