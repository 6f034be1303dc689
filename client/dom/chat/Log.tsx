import { useSignalEffect } from '@preact/signals';
import ArrowDown from 'lucide/dist/esm/icons/arrow-down.mjs';
import ArrowUp from 'lucide/dist/esm/icons/arrow-up.mjs';
import { useEffect } from 'preact/hooks';
import { unreadText } from '../../../shared/chat/unread.ts';
import { chatMessages as t } from '../../i18n/chat/index.ts';
import { wanted } from '../../store/chat/jump.ts';
import { type Item, timeline } from '../../store/chat/timeline.ts';
import { seenUpTo } from '../../store/chat/words.ts';
import { ownStatus } from '../../store/chat/writing.ts';
import { Icon } from '../ui/Icon.tsx';
import { Refused } from '../ui/Refused.tsx';
import { useChat, useInfo, useTitle } from './context.ts';
import { MessageLine } from './MessageLine.tsx';
import { PendingLine } from './PendingLine.tsx';
import { roving } from './roving.ts';
import { useLog } from './useLog.ts';

/** A refusal is shown over the messages for so long, ms. */
const REFUSAL_MS = 6_000;

/** The messages: what is new is read out, what is old is not. */
export function Log() {
  const { talk, info } = useInfo();
  const { link } = talk;
  const log = useLog(talk);
  const title = useTitle();
  const blocked = useChat().chat.inbox.blocked.value;
  const messages = link.messages.value;
  const items = timeline(messages, link.pending.value, {
    me: info.me.id,
    now: Date.now(),
    newAfter: talk.newAfter.value,
  });
  const last = messages.at(-1);
  const refusal = talk.refusal.value?.place === 'log' ? talk.refusal.value.message : null;
  const status = ownStatus(info, messages, seenUpTo(info));
  useSignalEffect(() => {
    const jump = wanted.value;
    if (jump?.conversation !== talk.conversation) return;
    wanted.value = null;
    talk.goTo.value = jump.seq;
  });
  useEffect(() => {
    if (refusal === null) return;
    const timer = setTimeout(() => {
      talk.refusal.value = null;
    }, REFUSAL_MS);
    return () => clearTimeout(timer);
  }, [talk, refusal]);
  const isEmpty = items.length === 0 && !link.hasOlder.value;
  return (
    <div class="log-frame">
      <div
        ref={log.box}
        class="log-box"
        role="log"
        aria-label={t.messagesIn(title)}
        aria-live={log.isQuiet.value ? 'off' : 'polite'}
        aria-relevant="additions"
        onKeyDown={roving('[data-seq]')}
      >
        <div ref={log.list} class="log-list">
          <p class="log-start small soft">
            {link.hasOlder.value ? t.loadingOlder : isEmpty ? '' : t.beginning}
          </p>
          {isEmpty && <p class="log-empty soft">{t.nothingSaid}</p>}
          {items.map((item) => (
            <Line
              key={item.key}
              item={item}
              me={info.me.id}
              blocked={blocked}
              isLast={item.type === 'message' && item.message === last}
              status={item.type === 'message' ? (status.get(item.message.seq) ?? '') : ''}
            />
          ))}
        </div>
      </div>
      <JumpButtons log={log} />
      <Refused>{refusal}</Refused>
    </div>
  );
}

interface LineProps {
  readonly item: Item;
  readonly me: string;
  readonly blocked: ReadonlySet<string>;
  readonly isLast: boolean;
  readonly status: string;
}

function Line({ item, me, blocked, isLast, status }: LineProps) {
  switch (item.type) {
    case 'day':
      return (
        <p class="day small soft">
          <time dateTime={new Date(item.at).toISOString().slice(0, 10)}>{item.words}</time>
        </p>
      );
    case 'new':
      return (
        <p class="new-line small" data-new>
          {t.newLine}
        </p>
      );
    case 'message':
      return (
        <MessageLine
          message={item.message}
          isHead={item.isHead}
          isMine={item.message.author === me}
          isBlocked={blocked.has(item.message.author)}
          isLast={isLast}
          status={status}
          me={me}
        />
      );
    case 'pending':
      return <PendingLine pending={item.pending} isHead={item.isHead} />;
  }
}

/** To the first unread message, and back to the newest. */
function JumpButtons({ log }: { log: ReturnType<typeof useLog> }) {
  const { talk, info } = useInfo();
  const { newAfter } = talk;
  const newBefore = newAfter.value === null ? 0 : info.lastNo - newAfter.value;
  const below = log.unreadBelow.value;
  return (
    <>
      {log.isNewAbove.value && newBefore > 0 && (
        <button type="button" class="button jump jump-up" onClick={() => log.toNew()}>
          <Icon node={ArrowUp} size={16} />
          {t.newMessages(newBefore, unreadText(newBefore))}
        </button>
      )}
      {!log.isAtEnd.value && (
        <button
          type="button"
          class="button jump jump-down"
          aria-label={below > 0 ? t.toNewestUnread(below) : t.toNewest}
          onClick={() => log.toEnd()}
        >
          {below > 0 && <span class="badge num">{unreadText(below)}</span>}
          <Icon node={ArrowDown} size={18} />
        </button>
      )}
    </>
  );
}
