import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Result } from '../../../shared/core/result.ts';
import { chatMessages as t } from '../../i18n/chat/index.ts';
import type { ChatPerson } from '../../net/chat-types.ts';
import type { Refusal } from '../../net/types.ts';
import { Refused } from '../ui/Refused.tsx';

import { PersonMarker } from './PersonMarker.tsx';

interface Props {
  readonly title: string;
  /** What the button beside each of them says. */
  readonly label: string;
  load(): Promise<Result<readonly ChatPerson[], Refusal>>;
  letBack(person: string): Promise<Result<void, Refusal>>;
}

const nameOf = ({ name, isGone }: ChatPerson): string => (isGone ? t.deletedAccount : name);

/** People who were shut out, each with a way back. Nothing at all where there are none. */
export function KeptAway({ title, label, load, letBack }: Props) {
  const [people, setPeople] = useState<readonly ChatPerson[] | null>(null);
  const [refusal, setRefusal] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  useEffect(() => {
    void load().then((list) => {
      if (list.ok && list.value.length > 0) setPeople(list.value);
    });
  }, []);
  const release = async (id: string) => {
    const done = await letBack(id);
    setRefusal(done.ok ? '' : done.error.message);
    if (!done.ok) return;
    setPeople((all) => (all ?? []).filter((person) => person.id !== id));
    // The button that was pressed is gone.
    heading.current?.focus();
  };
  if (!people) return null;
  return (
    <section class="kept-away" aria-labelledby={titleId}>
      <h3 id={titleId} ref={heading} tabIndex={-1}>
        {title}
      </h3>
      {people.length === 0 && <p class="small soft">{t.nobodyAnyMore}</p>}
      <ul>
        {people.map((person) => (
          <li key={person.id} class="row">
            <PersonMarker person={person} size={34} />
            <strong class="grow clip" translate={false}>
              {nameOf(person)}
            </strong>
            <button
              type="button"
              class="button"
              aria-label={`${label}: ${nameOf(person)}`}
              onClick={() => void release(person.id)}
            >
              {label}
            </button>
          </li>
        ))}
      </ul>
      <Refused>{refusal}</Refused>
    </section>
  );
}
