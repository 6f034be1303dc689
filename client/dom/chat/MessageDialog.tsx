import { chatMessages as t } from '../../i18n/chat/index.ts';
import { EMOJI, emojiName } from '../../store/chat/emoji.ts';
import { clockOf } from '../../store/chat/time.ts';
import { isOpenToChange, messageActions, takesPart } from '../../store/chat/who-may.ts';
import { copyText } from '../ui/copy.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Refused } from '../ui/Refused.tsx';
import { personIn, useInfo } from './context.ts';
import { focusComposer } from './focus.ts';
import { wordsOf } from './Quote.tsx';
import { SureButton } from './SureButton.tsx';

/** Everything that can be done about a message. */
export function MessageDialog({ seq, onClose }: { seq: number; onClose: () => void }) {
  const { talk, info } = useInfo();
  const message = talk.link.messages.value.find((each) => each.seq === seq);
  if (!message) return null;
  const person = personIn(talk.link.people.value, message.author);
  const actions = messageActions(info, message, Date.now());
  const isKept = takesPart(info) && message.deletedBy === '' && !isOpenToChange(message, info);
  const isMine = message.author === info.me.id;
  const refusal = talk.refusal.value?.place === 'dialog' ? talk.refusal.value.message : null;
  const ask = async (wish: Parameters<typeof talk.ask>[0]) => {
    if (await talk.ask(wish, 'dialog')) onClose();
  };
  const write = (begin: () => void) => {
    begin();
    onClose();
    if (talk.editing.peek() === null) setTimeout(focusComposer, 0);
  };
  return (
    <Dialog title={isMine ? t.yourMessage : person.name} onClose={onClose}>
      <p class="soft message-words">
        {clockOf(message.at)} · {wordsOf(message)}
      </p>
      {isKept && <p class="small soft">{t.keptForReveal}</p>}
      {actions.includes('react') && (
        <fieldset class="emoji-row" aria-label={t.react}>
          {EMOJI.map((emoji) => {
            const isChosen = message.reactions[emoji]?.some((id) => id === info.me.id) ?? false;
            return (
              <button
                key={emoji}
                type="button"
                aria-label={emojiName(emoji)}
                aria-pressed={isChosen}
                onClick={() => ask({ type: isChosen ? 'unreact' : 'react', target: seq, emoji })}
              >
                {emoji}
              </button>
            );
          })}
        </fieldset>
      )}
      <div class="ways">
        {actions.includes('reply') && (
          <button
            type="button"
            class="button"
            onClick={() =>
              write(() => {
                talk.replyTo.value = seq;
              })
            }
          >
            {t.reply}
          </button>
        )}
        {actions.includes('edit') && (
          <button
            type="button"
            class="button"
            onClick={() =>
              write(() => {
                talk.editing.value = seq;
              })
            }
          >
            {t.edit}
          </button>
        )}
        {actions.includes('copy') && (
          <button type="button" class="button" onClick={() => void copyText(message.text).then(onClose)}>
            {t.copyText}
          </button>
        )}
        {actions.includes('pin') && (
          <button type="button" class="button" onClick={() => ask({ type: 'pin', target: seq })}>
            {t.pin}
          </button>
        )}
        {actions.includes('unpin') && (
          <button type="button" class="button" onClick={() => ask({ type: 'unpin', target: seq })}>
            {t.unpin}
          </button>
        )}
        {actions.includes('delete') && (
          <SureButton
            label={t.delete}
            sure={t.yesDelete}
            onSure={() => ask({ type: 'delete', target: seq })}
          />
        )}
        {actions.includes('report') && (
          <button
            type="button"
            class="button"
            onClick={() => {
              talk.open.value = { type: 'report', seq };
            }}
          >
            {t.report}
          </button>
        )}
        {!isMine && !person.isGone && (
          <button
            type="button"
            class="button"
            onClick={() => {
              talk.open.value = { type: 'person', id: person.id };
            }}
          >
            {t.aboutPerson(person.name)}
          </button>
        )}
      </div>
      <Refused>{refusal}</Refused>
    </Dialog>
  );
}
