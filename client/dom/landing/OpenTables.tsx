import { useEffect, useState } from 'preact/hooks';
import { tables as text } from '../../i18n/tables/index.ts';
import type { Api, LiveTables, MyTable, PublicTable, TableFilter } from '../../net/types.ts';
import { languageName } from '../../store/languages.ts';
import { aboutPublicTable } from '../../store/listed-public.ts';
import { go } from '../../store/route.ts';
import { lazyPart } from '../ui/lazy.tsx';

/** Comes where there is something to filter. */
const TableFilters = lazyPart(async () => (await import('./TableFilters.tsx')).TableFilters);

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
          {text.open}
        </h2>
        <span class="small soft num">{list && text.peoplePlaying(list.people)}</span>
      </div>
      {(isFiltered || tables.length >= MANY) && <TableFilters filter={filter} onChange={setFilter} />}
      {tables.length > 0 ? (
        <ul class="tables">
          {tables.map((table) => (
            <OpenTable key={table.code} table={table} api={api} />
          ))}
        </ul>
      ) : (
        <p class="panel empty soft">{list ? nothing(isFiltered, mine.length > 0) : text.looking}</p>
      )}
    </section>
  );
}

function nothing(isFiltered: boolean, hasOwn: boolean): string {
  if (isFiltered) return text.noneMatches;
  return hasOwn ? text.noOther : text.none;
}

function OpenTable({ table, api }: { table: PublicTable; api: Api }) {
  const { code, game, name, seats, maxSeats, isFree, language } = table;
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
        {text.seats(seats, maxSeats)}
      </span>
      <button
        type="button"
        class="button"
        aria-label={isFree ? text.joinTable(name) : text.watchTable(name)}
        onClick={enter}
      >
        {isFree ? text.join : text.watch}
      </button>
    </li>
  );
}
