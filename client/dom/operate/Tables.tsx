import type { TableDetails, TablePage, TableRow } from '../../../shared/protocol/operate-wire.ts';
import { tables } from '../../i18n/tables/index.ts';
import { nameWords, titleOfGame } from '../../store/operate/words.ts';
import { Refused } from '../ui/Refused.tsx';
import { useLook, useOperate } from './context.ts';
import { Moderate } from './Moderate.tsx';
import { Act, PersonLink } from './parts.tsx';
import { placeHref } from './places.ts';
import { SearchedList, useQuery } from './SearchedList.tsx';

/** All tables that are open, those for friends included, and one of them more closely. */
export function Tables({ open }: { open: string }) {
  const [query, setQuery] = useQuery();
  const { value, refusal } = useLook<TablePage>('tables', { ...query }, 'tables');
  return (
    <div class="operate-two">
      <section class="panel" aria-labelledby="tables-title">
        <h2 id="tables-title">Tables {value && <span class="soft num">{value.total}</span>}</h2>
        <SearchedList
          label="Code, name, game or phase"
          query={query}
          onQuery={setQuery}
          refusal={refusal}
          isEmpty={value && value.tables.length === 0}
          empty="No table like that is open."
          hasMore={value?.hasMore ?? false}
        >
          {value?.tables.map((table) => (
            <li key={table.code}>
              <a
                class="operate-row"
                href={placeHref('tables', table.code)}
                aria-current={table.code === open ? 'true' : undefined}
              >
                <strong class="clip">{table.name}</strong>
                <span class="small soft">{tableWords(table)}</span>
              </a>
            </li>
          ))}
        </SearchedList>
      </section>
      {open !== '' && <TablePanel key={open} code={open} />}
    </div>
  );
}

const tableWords = ({ code, game, phase, progress, people, bots, visibility }: TableRow): string =>
  [
    code,
    titleOfGame(game),
    phase,
    progress ? tables.progress(progress) : '',
    `${people} here`,
    bots > 0 ? `${bots} ${bots === 1 ? 'bot' : 'bots'}` : '',
    visibility === 'private' ? 'for friends' : '',
  ]
    .filter(Boolean)
    .join(' · ');

function TablePanel({ code }: { code: string }) {
  const { wish } = useOperate();
  const { value, refusal, again } = useLook<TableDetails>('table', { table: code }, 'tables');
  return (
    <section class="panel" aria-labelledby="table-title">
      <h2 id="table-title">Table {code}</h2>
      <Refused>{refusal}</Refused>
      {value && (
        <>
          <p class="small soft">{tableWords(value.table)}</p>
          <div class="row operate-acts">
            <a class="button operate-act" href={`/t/${code}`} target="_blank" rel="noreferrer">
              Watch
              <span class="unseen"> table {code}, in another tab</span>
            </a>
            <Act
              label="Close…"
              about={`table ${code}`}
              onClick={() => wish({ action: { type: 'closeTable', table: code }, onDone: again })}
            />
          </div>
          {(['seated', 'watching'] as const).map(
            (where) =>
              value[where].length > 0 && (
                <div key={where}>
                  <h3>{where === 'seated' ? 'At the table' : 'Watching'}</h3>
                  <ul class="operate-list">
                    {value[where].map((person) => (
                      <li key={person.id} class="operate-person">
                        <PersonLink person={person} />
                        <Act
                          label="Send away…"
                          about={nameWords(person)}
                          onClick={() =>
                            wish({
                              action: { type: 'banFromTable', table: code, person: person.id },
                              whom: nameWords(person),
                              onDone: again,
                            })
                          }
                        />
                        <Moderate conversation={value.talk} person={person} acts={['mute']} />
                      </li>
                    ))}
                  </ul>
                </div>
              ),
          )}
        </>
      )}
    </section>
  );
}
