import { EMOJI } from '../../store/chat/emoji.ts';
import { clockOf } from '../../store/chat/time.ts';
import { isOpenToChange, KEPT_WORDS, messageActions, takesPart } from '../../store/chat/who-may.ts';
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
    <Dialog title={isMine ? 'Your message' : person.name} onClose={onClose}>
      <p class="soft message-words">
        {clockOf(message.at)} · {wordsOf(message)}
      </p>
      {isKept && <p class="small soft">{KEPT_WORDS}</p>}
      {actions.includes('react') && (
        <fieldset class="emoji-row" aria-label="React">
          {EMOJI.map(({ emoji, name }) => {
            const isChosen = message.reactions[emoji]?.some((id) => id === info.me.id) ?? false;
            return (
              <button
                key={emoji}
                type="button"
                aria-label={name}
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
            Reply
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
            Edit
          </button>
        )}
        {actions.includes('copy') && (
          <button type="button" class="button" onClick={() => void copyText(message.text).then(onClose)}>
            Copy text
          </button>
        )}
        {actions.includes('pin') && (
          <button type="button" class="button" onClick={() => ask({ type: 'pin', target: seq })}>
            Pin
          </button>
        )}
        {actions.includes('unpin') && (
          <button type="button" class="button" onClick={() => ask({ type: 'unpin', target: seq })}>
            Unpin
          </button>
        )}
        {actions.includes('delete') && (
          <SureButton
            label="Delete"
            sure="Yes, delete for everybody"
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
            Report…
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
            About {person.name}…
          </button>
        )}
      </div>
      <Refused>{refusal}</Refused>
    </Dialog>
  );
}
