import type { RefObject } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { completionsFor } from '../../../shared/chat/mentions.ts';
import { playerId } from '../../../shared/core/ids.ts';
import { chatMessages as t } from '../../i18n/chat/index.ts';
import type { ChatPerson } from '../../net/chat-types.ts';
import { mentionAt, withMention } from '../../store/chat/writing.ts';
import { PersonMarker } from './PersonMarker.tsx';

interface Props {
  readonly id?: string;
  readonly label: string;
  readonly placeholder?: string;
  readonly value: string;
  /** Who can be mentioned. */
  readonly people: readonly ChatPerson[];
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly describedBy?: string;
  readonly onInput: (value: string) => void;
  readonly onSend: () => void;
  /** Keys that the field and its list of names have no use for. */
  readonly onKey?: (event: KeyboardEvent) => void;
}

const MOST_LINES_PX = 6 * 22 + 20;

/** Where one writes: grows with the text, Enter sends, Shift+Enter begins a line, `@` offers names. */
export function WritingField(props: Props) {
  const { value, field, people, onInput } = props;
  const listId = useId();
  const [caret, setCaret] = useState(0);
  const [chosen, setChosen] = useState(0);
  const [dismissed, setDismissed] = useState(-1);
  const wantedCaret = useRef<number | null>(null);
  const mention = mentionAt(value, caret);
  const names =
    mention && mention.start !== dismissed
      ? completionsFor(
          mention.prefix,
          people.map((person) => ({ ...person, id: playerId(person.id) })),
          6,
        )
      : [];
  const at = Math.min(chosen, names.length - 1);

  useLayoutEffect(() => {
    const area = field.current;
    if (!area) return;
    area.style.height = '0';
    const frame = area.offsetHeight - area.clientHeight;
    area.style.height = `${Math.min(area.scrollHeight + frame, MOST_LINES_PX)}px`;
    if (wantedCaret.current !== null) area.setSelectionRange(wantedCaret.current, wantedCaret.current);
    wantedCaret.current = null;
  }, [value]);

  const take = (name: string) => {
    if (!mention) return;
    const next = withMention(value, mention, name);
    wantedCaret.current = next.caret;
    setCaret(next.caret);
    onInput(next.text);
    field.current?.focus();
  };
  const follow = () => {
    setCaret(field.current?.selectionStart ?? 0);
    setChosen(0);
  };
  const onListKey = (event: KeyboardEvent): boolean => {
    if (names.length === 0 || !mention) return false;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setChosen((at + step + names.length) % names.length);
    else if (event.key === 'Enter' || event.key === 'Tab') take(names[at]?.name ?? '');
    else if (event.key === 'Escape') setDismissed(mention.start);
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (onListKey(event)) event.preventDefault();
    else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      props.onSend();
    } else props.onKey?.(event);
  };

  return (
    <div class="writing grow">
      {names.length > 0 && (
        <div id={listId} class="names panel" role="listbox" aria-label={t.peopleToMention}>
          {names.map((person, i) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
            <div
              key={person.id}
              id={`${listId}-${i}`}
              class="name-option"
              role="option"
              aria-selected={i === at}
              onPointerDown={(event) => {
                event.preventDefault();
                take(person.name);
              }}
            >
              <PersonMarker person={person} size={24} />
              <span class="clip" translate={false}>
                {person.name}
              </span>
            </div>
          ))}
        </div>
      )}
      <textarea
        dir="auto"
        ref={field}
        id={props.id}
        class="field"
        rows={1}
        aria-label={props.label}
        aria-describedby={props.describedBy}
        aria-autocomplete="list"
        aria-controls={names.length > 0 ? listId : undefined}
        aria-activedescendant={names.length > 0 ? `${listId}-${at}` : undefined}
        placeholder={props.placeholder}
        enterkeyhint="send"
        value={value}
        onInput={(event) => {
          onInput(event.currentTarget.value);
          follow();
        }}
        onKeyUp={() => {
          if (field.current && field.current.selectionStart !== caret) follow();
        }}
        onClick={follow}
        onKeyDown={onKeyDown}
      />
      <span class="unseen" role="status">
        {names.length > 0 && t.namesOffered(names.length, names[at]?.name ?? '')}
      </span>
    </div>
  );
}
