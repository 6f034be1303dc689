import { chatMessages as t } from '../../i18n/chat/index.ts';
import { useChat } from './context.ts';
import { PersonMarker } from './PersonMarker.tsx';

interface Props {
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
  /** Ids that are not offered. */
  readonly without?: ReadonlySet<string>;
}

/** Chooses among the people one has talked to. */
export function PeoplePicker({ chosen, onChange, without = new Set() }: Props) {
  const { inbox } = useChat().chat;
  const people = inbox.rows.value.filter(
    (row) => row.kind === 'direct' && row.standing === 'active' && row.title !== '' && !without.has(row.peer),
  );
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  };
  if (people.length === 0) return <p class="soft">{t.nobodyToInvite}</p>;
  return (
    <fieldset class="picker">
      <legend class="small soft">{t.people}</legend>
      {people.map((row) => (
        <label key={row.peer} class="person">
          <PersonMarker person={{ name: row.title, marker: row.marker, isGone: false }} size={30} />
          <span class="grow clip" translate={false}>
            {row.title}
          </span>
          <input type="checkbox" checked={chosen.has(row.peer)} onChange={() => toggle(row.peer)} />
        </label>
      ))}
    </fieldset>
  );
}
