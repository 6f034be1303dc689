import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { mentionsIn } from '../../../shared/chat/mentions.ts';
import type { Message } from '../../../shared/chat/types.ts';
import { playerId } from '../../../shared/core/ids.ts';
import { chatMessages as t } from '../../i18n/chat/index.ts';
import { mentionable, roomLeft, tooLongWords } from '../../store/chat/writing.ts';
import { Refused } from '../ui/Refused.tsx';
import { useInfo } from './context.ts';
import { focusComposer } from './focus.ts';
import { RoomLeft } from './RoomLeft.tsx';
import { WritingField } from './WritingField.tsx';

/** Changes an own message in its place. */
export function EditBox({ message }: { message: Message }) {
  const { talk, info } = useInfo();
  const [text, setText] = useState(message.text);
  const [isSaving, setSaving] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const people = mentionable(info, talk.link.people.value);
  const left = roomLeft(text);
  const isTooLong = left !== null && left < 0;
  const refusal = talk.refusal.value?.place === 'edit' ? talk.refusal.value.message : null;
  useLayoutEffect(() => {
    const area = field.current;
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
  }, []);
  const close = () => {
    talk.editing.value = null;
    talk.refusal.value = null;
    focusComposer();
  };
  const save = async () => {
    if (isSaving) return;
    if (text.trim() === '' || text.trim() === message.text) return close();
    if (isTooLong) {
      talk.refusal.value = { place: 'edit', message: tooLongWords(left) };
      return;
    }
    setSaving(true);
    const mentions = mentionsIn(
      text,
      people.map((person) => ({ ...person, id: playerId(person.id) })),
    );
    const isDone = await talk.ask(
      { type: 'edit', target: message.seq, text: text.trim(), mentions: mentions.slice(0, 10) },
      'edit',
    );
    setSaving(false);
    if (isDone) close();
  };
  return (
    <div class="edit" aria-live="off">
      <WritingField
        label={t.editMessage}
        value={text}
        people={people}
        field={field}
        describedBy="edit-left"
        onInput={(next) => {
          setText(next);
          talk.refusal.value = null;
        }}
        onSend={save}
        onKey={(event) => event.key === 'Escape' && close()}
      />
      <Refused>{refusal}</Refused>
      <RoomLeft id="edit-left" left={left} />
      <div class="row edit-ways">
        <button type="button" class="button primary small" aria-disabled={isTooLong} onClick={save}>
          {isSaving ? t.saving : t.save}
        </button>
        <button type="button" class="button small" onClick={close}>
          {t.cancel}
        </button>
        <span class="small soft desk">{t.editKeys}</span>
      </div>
    </div>
  );
}
