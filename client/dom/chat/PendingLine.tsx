import CircleAlert from 'lucide/dist/esm/icons/circle-alert.mjs';
import { isSilent } from '../../../shared/chat/audience.ts';
import { chatMessages as t } from '../../i18n/chat/index.ts';
import type { PendingMessage } from '../../net/chat-types.ts';
import { outlivesPage } from '../../net/outbox-browser.ts';
import { clockOf } from '../../store/chat/time.ts';
import { pendingWords } from '../../store/chat/words.ts';
import { me } from '../../store/me.ts';
import { Icon } from '../ui/Icon.tsx';
import { useSeconds } from '../ui/useSeconds.ts';
import { useInfo, useTalk } from './context.ts';
import { focusComposer } from './focus.ts';
import { MessageText } from './MessageText.tsx';
import { PersonMarker } from './PersonMarker.tsx';
import { Quote } from './Quote.tsx';

/** An own message on its way, or refused with its reason. */
export function PendingLine({ pending, isHead }: { pending: PendingMessage; isHead: boolean }) {
  const { link } = useTalk();
  const person = me.value;
  const isFailed = pending.state === 'failed';
  return (
    <article class={isHead ? 'msg head' : 'msg'} aria-live="off">
      {isHead && person && (
        <div class="msg-by">
          <span class="msg-face">
            <PersonMarker person={{ ...person, isGone: false }} size={32} />
          </span>
          <span class="msg-name" translate={false}>
            {person.name}
          </span>
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
        {pending.table !== null && (
          <p class="msg-text soft" translate={false}>
            {t.invitationToTable(pending.table)}
          </p>
        )}
        {!isFailed && <Status pending={pending} />}
        {isFailed && (
          <div class="msg-failed" role="alert">
            <p class="small">
              <Icon node={CircleAlert} size={16} />
              <span>
                <strong>{t.notSent}</strong> {pending.refusal?.message}
              </span>
            </p>
            <button type="button" class="button small" onClick={() => link.retry(pending.id)}>
              {t.retry}
            </button>
            <button
              type="button"
              class="button small"
              onClick={() => {
                link.discard(pending.id);
                focusComposer();
              }}
            >
              {t.delete}
            </button>
          </div>
        )}
      </div>
    </article>
  );
}

/** Why it is not sent yet, and when it will be. */
function Status({ pending }: { pending: PendingMessage }) {
  const { talk, info } = useInfo();
  const { link } = talk;
  const words = pendingWords({
    isLive: link.connection.value === 'live',
    isKept: isSilent(info.me.audience),
    isLasting: outlivesPage.value,
    isNext: link.pending.value.find(({ state }) => state === 'sending')?.id === pending.id,
    pacedSeconds: useSeconds(link.pacedUntil.value, Date.now),
    slowModeSeconds: info.settings.slowModeSeconds,
  });
  return <p class="msg-status small soft num">{words}</p>;
}
