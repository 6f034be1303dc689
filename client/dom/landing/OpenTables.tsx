import { useEffect, useState } from 'preact/hooks';
import type { Api, LiveTables, MyTable, PublicTable } from '../../net/types.ts';
import { aboutTable } from '../../store/listed.ts';
import { go } from '../../store/route.ts';

const botsOf = (table: PublicTable): string => {
  if (table.bots === 0) return '';
  return table.bots === 1 ? ' · 1 bot' : ` · ${table.bots} bots`;
};

/** Public tables as they are right now. One's own are elsewhere on the page. */
export function OpenTables({ api, mine }: { api: Api; mine: readonly MyTable[] }) {
  const [list, setList] = useState<LiveTables | null>(null);
  useEffect(() => api.liveTables(setList), [api]);
  const tables = (list?.tables ?? []).filter(({ code }) => mine.every((table) => table.code !== code));
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
      {tables.length > 0 ? (
        <ul class="tables">
          {tables.map((table) => (
            <OpenTable key={table.code} table={table} api={api} />
          ))}
        </ul>
      ) : (
        <p class="panel empty soft">
          {list
            ? `No ${mine.length > 0 ? 'other ' : ''}table is open right now. Play now starts one for you, with bots until others come.`
            : 'Looking for tables…'}
        </p>
      )}
    </section>
  );
}

function OpenTable({ table, api }: { table: PublicTable; api: Api }) {
  const { code, game, name, seats, maxSeats } = table;
  const isJoinable = seats < maxSeats;
  const verb = isJoinable ? 'Join' : 'Watch';
  const enter = () => {
    if (isJoinable) api.wantSeat(code);
    go({ page: 'table', game, code });
  };
  return (
    <li class="panel">
      <div class="grow">
        <strong class="clip" style={{ display: 'block' }} translate={false}>
          {name}
        </strong>
        <span class="small soft">
          {aboutTable(table)}
          {botsOf(table)}
        </span>
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
