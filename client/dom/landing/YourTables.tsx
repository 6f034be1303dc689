import { tables as text } from '../../i18n/tables/index.ts';
import type { MyTable } from '../../net/types.ts';
import { aboutTable } from '../../store/listed.ts';
import { go } from '../../store/route.ts';
import { Named } from '../ui/Named.tsx';

/** The way back to where one has a seat. */
export function YourTables({ tables }: { tables: readonly MyTable[] }) {
  return (
    <ul class="tables" aria-label={text.yours}>
      {tables.map((table) => (
        <li key={table.code} class="panel">
          <div class="grow">
            <strong>
              <Named message={text.youAreAt}>
                <span translate={false}>{table.code}</span>
              </Named>
            </strong>
            <span class="small soft" style={{ display: 'block' }}>
              {aboutTable(table)}
            </span>
          </div>
          <button
            type="button"
            class="button primary"
            aria-label={text.returnTo(table.code)}
            onClick={() => go({ page: 'table', game: table.game, code: table.code })}
          >
            {text.return}
          </button>
        </li>
      ))}
    </ul>
  );
}
