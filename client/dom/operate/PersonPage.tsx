import { useState } from 'preact/hooks';
import type { PersonDetails } from '../../../shared/protocol/operate-wire.ts';
import { momentWords, nameWords } from '../../store/operate/words.ts';
import { Refused } from '../ui/Refused.tsx';
import { useLook, useOperate } from './context.ts';
import { Act, Search } from './parts.tsx';
import { placeHref } from './places.ts';

/** Somebody, by their public id or the name of their account. */
export function PersonPage({ open }: { open: string }) {
  const [search, setSearch] = useState(open);
  const asked = search.trim();
  const { value, refusal, again } = useLook<PersonDetails>('person', asked === '' ? null : { person: asked });
  return (
    <section class="panel operate-narrow" aria-labelledby="people-title">
      <h2 id="people-title">People</h2>
      <Search label="Name of an account, or public id" value={search} onChange={setSearch} />
      {asked !== '' && <Refused>{refusal && 'Nobody was found.'}</Refused>}
      {asked !== '' && value && <Found found={value} onDone={again} />}
    </section>
  );
}

function Found({ found, onDone }: { found: PersonDetails; onDone: () => void }) {
  const { wish } = useOperate();
  const { person, hasAccount, madeAt, sessions, tables } = found;
  const whom = nameWords(person);
  return (
    <>
      <dl class="operate-facts">
        <dt>Name</dt>
        <dd>{whom}</dd>
        <dt>Public id</dt>
        <dd>{person.id}</dd>
        <dt>Account</dt>
        <dd>{hasAccount ? 'yes' : 'no, a guest'}</dd>
        <dt>Came first</dt>
        <dd>{momentWords(madeAt)}</dd>
        <dt>Sessions</dt>
        <dd>{sessions}</dd>
        <dt>Tables</dt>
        <dd>
          {tables.length === 0 && 'none'}
          {tables.map(({ code, name }) => (
            <a key={code} href={placeHref('tables', code)}>
              {name}{' '}
            </a>
          ))}
        </dd>
      </dl>
      <div class="row operate-acts">
        <Act
          label="End their sessions…"
          about={whom}
          onClick={() => wish({ action: { type: 'endSessions', person: person.id }, whom, onDone })}
        />
      </div>
    </>
  );
}
