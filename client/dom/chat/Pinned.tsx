import Pin from 'lucide/dist/esm/icons/pin.mjs';
import { useState } from 'preact/hooks';
import { parseMarkup, plainText } from '../../../shared/chat/markup.ts';
import { firstWords } from '../../../shared/chat/text.ts';
import { chatMessages as t } from '../../i18n/chat/index.ts';
import { Icon } from '../ui/Icon.tsx';
import { personIn, useInfo } from './context.ts';

/** The pinned messages, newest first, one at a time; a press goes there and brings the next one up. */
export function Pinned() {
  const { talk, info } = useInfo();
  const [at, setAt] = useState(0);
  const pinned = [...info.pinned].reverse();
  const seq = pinned[at % Math.max(1, pinned.length)];
  if (seq === undefined) return null;
  const message = talk.link.messages.value.find((each) => each.seq === seq);
  const author = message && personIn(talk.link.people.value, message.author).name;
  const words = message ? firstWords(plainText(parseMarkup(message.text)), 120) : t.earlierMessage;
  return (
    <button
      type="button"
      class="pinned"
      onClick={() => {
        talk.goTo.value = seq;
        setAt((at + 1) % pinned.length);
      }}
    >
      <Icon node={Pin} size={16} />
      <span class="clip">
        <strong>{t.pinned}</strong>
        {author && <span class="soft"> · {author}: </span>}
        {!author && ' '}
        {words}
      </span>
      {pinned.length > 1 && (
        <span class="small soft num">{t.nth((at % pinned.length) + 1, pinned.length)}</span>
      )}
    </button>
  );
}
