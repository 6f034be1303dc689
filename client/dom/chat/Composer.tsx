import { useSignalEffect } from '@preact/signals';
import Send from 'lucide/dist/esm/icons/send.mjs';
import X from 'lucide/dist/esm/icons/x.mjs';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { mentionsIn } from '../../../shared/chat/mentions.ts';
import { playerId } from '../../../shared/core/ids.ts';
import { chatMessages as t } from '../../i18n/chat/index.ts';
import { sharedOrigin } from '../../net/address.ts';
import { keepDraft, readDraft } from '../../store/chat/drafts.ts';
import { withInvitation } from '../../store/chat/invite.ts';
import { unansweredWords } from '../../store/chat/words.ts';
import { lastEditable, mentionable, roomLeft, tooLongWords } from '../../store/chat/writing.ts';
import { Icon } from '../ui/Icon.tsx';
import { Refused } from '../ui/Refused.tsx';
import { personIn, useChat, useInfo, useTitle } from './context.ts';
import { COMPOSER_ID, focusComposer } from './focus.ts';
import { wordsOf } from './Quote.tsx';
import { RoomLeft } from './RoomLeft.tsx';
import { WritingField } from './WritingField.tsx';

/** Where one writes. What was typed stays until it is on its way, also when the page is left and come back to. */
export function Composer() {
  const { talk, info } = useInfo();
  const blocked = useChat().chat.inbox.blocked.value;
  const { link, conversation } = talk;
  const title = useTitle();
  const me = info.me.id;
  const [text, setText] = useState(() => readDraft(me, conversation));
  const field = useRef<HTMLTextAreaElement>(null);
  const people = mentionable(info, link.people.value).filter(({ id }) => !blocked.has(id));
  const left = roomLeft(text);
  const isTooLong = left !== null && left < 0;
  const refusal = talk.refusal.value?.place === 'composer' ? talk.refusal.value.message : null;

  const change = (next: string) => {
    setText(next);
    keepDraft(me, conversation, next);
    talk.refusal.value = null;
  };
  useSignalEffect(() => {
    const inserted = talk.insert.value;
    if (inserted === '') return;
    talk.insert.value = '';
    const before = field.current?.value ?? '';
    change(`${before}${before === '' || before.endsWith(' ') ? '' : ' '}${inserted}`);
    field.current?.focus();
  });
  useEffect(() => {
    if (talk.isPage && matchMedia('(pointer: fine)').matches) field.current?.focus({ preventScroll: true });
  }, []);

  // Whoever writes while a game begins or ends around the talk goes on writing.
  useLayoutEffect(() => {
    if (talk.isWriting) field.current?.focus({ preventScroll: true });
    return () => {
      talk.isWriting = document.activeElement === field.current;
      setTimeout(() => {
        talk.isWriting = false;
      });
    };
  }, []);

  const send = () => {
    field.current?.focus();
    const { text: said, table } = withInvitation(text.trim(), location.origin, sharedOrigin());
    if (said === '' && table === null) return;
    if (isTooLong) {
      talk.refusal.value = { place: 'composer', message: tooLongWords(left) };
      return;
    }
    const mentions = mentionsIn(
      said,
      people.map((person) => ({ ...person, id: playerId(person.id) })),
    ).slice(0, 10);
    link.post({ text: said, replyTo: talk.replyTo.value, mentions, table });
    talk.replyTo.value = null;
    change('');
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && talk.replyTo.value !== null) talk.replyTo.value = null;
    if (event.key !== 'ArrowUp' || text !== '') return;
    const message = lastEditable(info, link.messages.value, Date.now());
    if (!message) return;
    event.preventDefault();
    talk.editing.value = message.seq;
  };

  return (
    <footer class="composer">
      <Unanswered />
      <Answering />
      <Refused id="composer-refusal">{refusal}</Refused>
      <form
        class="composer-row"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <WritingField
          id={COMPOSER_ID}
          label={t.messageTo(title)}
          placeholder={t.messageTo(title)}
          value={text}
          people={people}
          field={field}
          describedBy="composer-refusal composer-left"
          onInput={(next) => {
            change(next);
            if (next !== '') link.typing();
          }}
          onSend={send}
          onKey={onKey}
        />
        <button
          type="submit"
          class="button primary send"
          aria-label={t.send}
          aria-disabled={isTooLong}
          aria-describedby={isTooLong ? 'composer-left' : undefined}
          onPointerDown={(event) => event.preventDefault()}
        >
          <Icon node={Send} />
        </button>
      </form>
      <RoomLeft id="composer-left" left={left} />
    </footer>
  );
}

/** Who wrote to a stranger is told that it waits for an answer. */
function Unanswered() {
  const { talk, info } = useInfo();
  const { rows } = useChat().chat.inbox;
  const listed = rows.value.find((row) => row.conversation === talk.conversation)?.title ?? null;
  const words = unansweredWords(info, talk.link.messages.value, listed);
  return words === '' ? null : <p class="unanswered small soft">{words}</p>;
}

/** What the next message answers. */
function Answering() {
  const { talk } = useInfo();
  const seq = talk.replyTo.value;
  if (seq === null) return null;
  const message = talk.link.messages.value.find((each) => each.seq === seq);
  const name = message ? personIn(talk.link.people.value, message.author).name : '';
  return (
    <div class="answering small">
      <span class="clip grow">
        <span class="soft">{t.inAnswerTo}</span> <strong translate={false}>{name}</strong>{' '}
        {message && wordsOf(message)}
      </span>
      <button
        type="button"
        class="button icon"
        aria-label={t.notAnAnswer}
        onClick={() => {
          talk.replyTo.value = null;
          focusComposer();
        }}
      >
        <Icon node={X} size={18} />
      </button>
    </div>
  );
}
