import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Message } from '../../../shared/chat/types.ts';
import { chatMessages as t } from '../../i18n/chat/index.ts';
import { EMOJI, emojiName } from '../../store/chat/emoji.ts';
import { useInfo } from './context.ts';

const COLUMNS = 6;
const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowLeft: -1,
  ArrowDown: COLUMNS,
  ArrowUp: -COLUMNS,
};

/** A small choice of emoji beside a message: arrows move, Escape closes. */
export function EmojiPicker({ message }: { message: Message }) {
  const { talk, info } = useInfo();
  const box = useRef<HTMLFieldSetElement>(null);
  useLayoutEffect(() => {
    const panel = box.current;
    const opener = document.activeElement;
    const log = panel?.closest('.log-box');
    if (!panel || !log) return;
    const room = panel.getBoundingClientRect().bottom - log.getBoundingClientRect().bottom;
    if (room > 0) panel.dataset.above = 'true';
    panel.querySelector('button')?.focus();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  const close = () => {
    talk.open.value = null;
  };
  const pick = (emoji: string) => {
    close();
    const isChosen = message.reactions[emoji]?.some((id) => id === info.me.id) ?? false;
    void talk.ask({ type: isChosen ? 'unreact' : 'react', target: message.seq, emoji }, 'log');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') return close();
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = [...(box.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((each) => each.matches(':focus'));
    buttons[at + step]?.focus();
  };
  return (
    <fieldset
      ref={box}
      class="emoji"
      aria-label={t.chooseReaction}
      onKeyDown={onKeyDown}
      onFocusOut={(event) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node && box.current?.contains(to))) close();
      }}
    >
      {EMOJI.map((emoji) => (
        <button key={emoji} type="button" title={emojiName(emoji)} onClick={() => pick(emoji)}>
          <span aria-hidden="true">{emoji}</span>
        </button>
      ))}
    </fieldset>
  );
}
