import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { ChatPerson } from '../../../shared/protocol/chat-wire.ts';
import { nameWords } from '../../store/operate/words.ts';
import { Refused } from '../ui/Refused.tsx';
import { placeHref } from './places.ts';

/** A field that looks things up while one types. */
export function Search({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div class="operate-search">
      <label class="small soft" for={id}>
        {label}
      </label>
      <input
        id={id}
        type="search"
        class="field"
        maxLength={60}
        autocomplete="off"
        spellcheck={false}
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}

/** A list, or what there is in its place. */
export function List({
  refusal,
  isEmpty,
  empty,
  children,
}: {
  refusal: string;
  /** Null while nobody knows. */
  isEmpty: boolean | null;
  empty: string;
  children: ComponentChildren;
}) {
  if (refusal !== '') return <Refused>{refusal}</Refused>;
  if (isEmpty === null) return <p class="soft">One moment…</p>;
  return isEmpty ? <p class="soft">{empty}</p> : <ul class="operate-list">{children}</ul>;
}

/** Leads to what is known of a person. */
export function PersonLink({ person }: { person: ChatPerson }) {
  return (
    <a class="clip" href={placeHref('people', person.id)}>
      {nameWords(person)}
    </a>
  );
}

/** A button of a row or a panel; `about` says more to those who hear it. */
export function Act({ label, about, onClick }: { label: string; about: string; onClick: () => void }) {
  return (
    <button type="button" class="button operate-act" onClick={onClick}>
      {label}
      <span class="unseen"> {about}</span>
    </button>
  );
}
