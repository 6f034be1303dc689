import { useComputed } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { Message } from '../../../shared/chat/types.ts';
import { chatMessages as t } from '../../i18n/chat/index.ts';
import { clockOf, tightClockOf } from '../../store/chat/time.ts';
import { memo } from '../ui/memo.tsx';
import { personIn, useTalk } from './context.ts';
import { EditBox } from './EditBox.tsx';
import { focusComposer } from './focus.ts';
import { MessageText } from './MessageText.tsx';
import { PersonMarker } from './PersonMarker.tsx';
import { Quote } from './Quote.tsx';
import { Reactions } from './Reactions.tsx';
import { TableCardView } from './TableCardView.tsx';
import { Toolbar } from './Toolbar.tsx';

interface Props {
  readonly message: Message;
  /** Begins a group: shows who and when. */
  readonly isHead: boolean;
  readonly isMine: boolean;
  readonly isBlocked: boolean;
  /** Where Tab comes to when no message has been chosen. */
  readonly isLast: boolean;
  /** How far an own message of a talk between two has come; `''` for nothing to say. */
  readonly status: string;
  /** My id. */
  readonly me: string;
}

/** One message with everything that belongs to it. */
export const MessageLine = memo(function MessageLine(props: Props) {
  const { message, isHead, isMine, isLast } = props;
  const talk = useTalk();
  const { seq } = message;
  const isActive = useComputed(() => talk.active.value === seq).value;
  const isFirstStop = useComputed(() => talk.active.value === null).value && isLast;
  const isEdited = useComputed(() => talk.editing.value === seq).value;
  const isShown = useComputed(() => talk.shown.value === seq).value;
  const activate = () => {
    talk.active.value = seq;
  };
  return (
    <article
      class={isHead ? 'msg head' : 'msg'}
      data-seq={seq}
      data-no={message.no}
      data-active={isActive}
      data-shown={isShown}
      aria-live={isMine ? 'off' : undefined}
      tabIndex={isActive || isFirstStop ? 0 : -1}
      onFocusIn={activate}
      onPointerEnter={(event) => event.pointerType === 'mouse' && activate()}
      onPointerLeave={(event) => {
        const isHeld = event.currentTarget.contains(document.activeElement);
        if (event.pointerType === 'mouse' && !isHeld && talk.open.peek() === null) talk.active.value = null;
      }}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget) return;
        if (event.key === 'Enter') talk.open.value = { type: 'message', seq };
        if (event.key === 'Escape') focusComposer();
      }}
    >
      <By {...props} isActive={isActive} />
      <Content {...props} isEdited={isEdited} />
      {isActive && !isEdited && <Toolbar message={message} />}
    </article>
  );
});

/** Marker, name and time; of what follows in a group the time alone, when one looks for it. */
function By({ message, isHead, isActive }: Props & { isActive: boolean }) {
  const talk = useTalk();
  const person = personIn(talk.link.people.value, message.author);
  const time = (
    <time class="msg-time small soft num" dateTime={new Date(message.at).toISOString()}>
      {isHead ? clockOf(message.at) : tightClockOf(message.at)}
    </time>
  );
  if (!isHead)
    return (
      <div class="msg-by follows">
        <span class="unseen" translate={false}>
          {person.name},{' '}
        </span>
        {time}
      </div>
    );
  return (
    <div class="msg-by">
      <span class="msg-face">
        <PersonMarker person={person} size={32} />
      </span>
      <button
        type="button"
        class="msg-name"
        translate={false}
        tabIndex={isActive ? 0 : -1}
        disabled={person.isGone}
        onClick={() => {
          talk.open.value = { type: 'person', id: person.id };
        }}
      >
        {person.name}
      </button>
      {time}
    </div>
  );
}

function Content({ message, isBlocked, isMine, status, me, isEdited }: Props & { isEdited: boolean }) {
  const [isUncovered, setUncovered] = useState(false);
  if (message.deletedBy !== '')
    return (
      <p class="msg-text soft gone">
        {message.deletedBy === message.author ? t.messageDeleted : t.removedByModerator}
      </p>
    );
  if (isBlocked && !isUncovered)
    return (
      <p class="msg-text soft">
        {t.ofBlocked}{' '}
        <button type="button" class="text-button" onClick={() => setUncovered(true)}>
          {t.show}
        </button>
      </p>
    );
  return (
    <div class="msg-content">
      {message.replyTo !== null && <Quote seq={message.replyTo} />}
      {isEdited ? (
        <EditBox message={message} />
      ) : (
        message.text !== '' && (
          <MessageText
            text={message.text}
            mentions={message.mentions}
            me={me}
            isEdited={message.editedAt > 0}
          />
        )
      )}
      {message.card && <TableCardView card={message.card} />}
      <Reactions message={message} />
      {isMine && status !== '' && (
        <p class="msg-status small soft" aria-live="off">
          {status}
        </p>
      )}
    </div>
  );
}
