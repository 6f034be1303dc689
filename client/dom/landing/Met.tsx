import '../styles/dialog.css';
import X from 'lucide/dist/esm/icons/x.mjs';
import { useEffect, useState } from 'preact/hooks';
import type { Result } from '../../../shared/core/result.ts';
import { metText as text } from '../../i18n/met/index.ts';
import { forgetMet, type MetAnswer, type MetPerson, metPeople, rememberPeople } from '../../net/met.ts';
import type { Api, Refusal } from '../../net/types.ts';
import { chat } from '../../store/chat/session.ts';
import { initialOf } from '../../store/letters.ts';
import { go } from '../../store/route.ts';
import { Icon } from '../ui/Icon.tsx';
import { Marker } from '../ui/Marker.tsx';
import { Refused } from '../ui/Refused.tsx';
import { Switch } from '../ui/Switch.tsx';

/** So many are shown at once. */
const FEW = 6;
const DAY_MS = 24 * 3_600_000;

/** Days since a moment, by the calendar of this browser. */
const daysSince = (at: number): number =>
  Math.max(0, Math.round((new Date().setHours(0, 0, 0, 0) - new Date(at).setHours(0, 0, 0, 0)) / DAY_MS));

/** Whom one has met at tables, for those who want to remember; nothing before that is known. */
export function Met({ api }: { api: Api }) {
  const [known, setKnown] = useState<MetAnswer | null>(null);
  const [areAll, setAll] = useState(false);
  const [refusal, setRefusal] = useState('');
  const take = (answer: Result<MetAnswer, Refusal>) => {
    setRefusal(answer.ok ? '' : answer.error.message);
    if (answer.ok) setKnown(answer.value);
  };
  useEffect(() => {
    let isCurrent = true;
    void metPeople().then((answer) => isCurrent && answer.ok && setKnown(answer.value));
    return () => {
      isCurrent = false;
    };
  }, []);
  if (known === null) return null;
  const shown = areAll ? known.people : known.people.slice(0, FEW);
  const rest = known.people.length - shown.length;
  return (
    <section class="met" aria-labelledby="met-title">
      <h2 id="met-title">{text.title}</h2>
      {known.isOn && known.people.length === 0 && <p class="small soft">{text.nobodyYet}</p>}
      <ul>
        {shown.map((person) => (
          <li key={person.id}>
            <Person
              person={person}
              api={api}
              onForget={async () => take(await forgetMet(person.id))}
              onRefused={setRefusal}
            />
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" class="button quiet" onClick={() => setAll(true)}>
          {text.more(rest)}
        </button>
      )}
      <Refused>{refusal}</Refused>
      <Switch
        label={text.remember}
        help={text.rememberHelp}
        isOn={known.isOn}
        onChange={async (isOn) => take(await rememberPeople(isOn))}
      />
    </section>
  );
}

interface PersonProps {
  readonly person: MetPerson;
  readonly api: Api;
  readonly onForget: () => void;
  readonly onRefused: (message: string) => void;
}

function Person({ person, api, onForget, onRefused }: PersonProps) {
  const { id, name, marker, at, table, mayBeAsked } = person;
  const running = chat.value;
  const join = ({ code, game }: NonNullable<MetPerson['table']>) => {
    api.wantSeat(code);
    go({ page: 'table', game, code });
  };
  const write = async () => {
    const opened = await running?.api.openDirect(id);
    if (opened?.ok) go({ page: 'chat', conversation: opened.value.conversation });
    else if (opened) onRefused(opened.error.message);
  };
  return (
    <div class="met-person">
      <Marker index={marker} initial={initialOf(name)} size={34} />
      <div class="grow">
        <strong class="clip" translate={false}>
          {name}
        </strong>
        <span class="small soft clip">{table ? text.isAt(table.name) : text.lastPlayed(daysSince(at))}</span>
      </div>
      {table && (
        <button type="button" class="button" aria-label={text.joinThem(name)} onClick={() => join(table)}>
          {text.join}
        </button>
      )}
      {mayBeAsked && running && (
        <button type="button" class="button quiet" aria-label={text.writeTo(name)} onClick={write}>
          {text.write}
        </button>
      )}
      <button
        type="button"
        class="button icon quiet"
        aria-label={text.forgetThem(name)}
        title={text.forget}
        onClick={onForget}
      >
        <Icon node={X} size={18} />
      </button>
    </div>
  );
}
