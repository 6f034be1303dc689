import { useEffect, useState } from 'preact/hooks';
import type { Api, LiveTables, MyTable, PublicTable, TableFilter } from '../../net/types.ts';
import { languageName } from '../../store/languages.ts';
import { aboutPublicTable } from '../../store/listed-public.ts';
import { go } from '../../store/route.ts';
import { TableFilters } from './TableFilters.tsx';

/** Fewer tables than these need no filters. */
const MANY = 4;

/** Public tables as they are right now. One's own are elsewhere on the page. */
export function OpenTables({ api, mine }: { api: Api; mine: readonly MyTable[] }) {
  const [list, setList] = useState<LiveTables | null>(null);
  const [filter, setFilter] = useState<TableFilter>({});
  useEffect(() => api.liveTables(setList, filter), [api, filter]);
  const tables = (list?.tables ?? []).filter(({ code }) => mine.every((table) => table.code !== code));
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <section class="col" style={{ gap: '12px' }} aria-labelledby="open-tables">
      <div class="row">
        <h2 id="open-tables" class="grow">
          Open tables
        </h2>
        <span class="small soft num">
          {list && (list.people === 1 ? '1 person playing' : `${list.people} people playing`)}
        </span>
      </div>
      {(isFiltered || tables.length >= MANY) && <TableFilters filter={filter} onChange={setFilter} />}
      {tables.length > 0 ? (
        <ul class="tables">
          {tables.map((table) => (
            <OpenTable key={table.code} table={table} api={api} />
          ))}
        </ul>
      ) : (
        <p class="panel empty soft">{list ? nothing(isFiltered, mine.length > 0) : 'Looking for tables…'}</p>
      )}
    </section>
  );
}

function nothing(isFiltered: boolean, hasOwn: boolean): string {
  if (isFiltered) return 'No such table is open right now.';
  return `No ${hasOwn ? 'other ' : ''}table is open right now. Play now starts one for you, with bots until others come.`;
}

function OpenTable({ table, api }: { table: PublicTable; api: Api }) {
  const { code, game, name, seats, maxSeats, isFree, language } = table;
  const verb = isFree ? 'Join' : 'Watch';
  const enter = () => {
    if (isFree) api.wantSeat(code);
    go({ page: 'table', game, code });
  };
  return (
    <li class="panel">
      <div class="grow">
        <strong class="clip" style={{ display: 'block' }} translate={false}>
          {name}
        </strong>
        <span class="small soft">{aboutPublicTable(table, languageName(language))}</span>
      </div>
      <span class="small soft num" style={{ whiteSpace: 'nowrap' }}>
        {seats} of {maxSeats}
      </span>
      <button type="button" class="button" aria-label={`${verb} ${name}`} onClick={enter}>
        {verb}
      </button>
    </li>
  );
}
