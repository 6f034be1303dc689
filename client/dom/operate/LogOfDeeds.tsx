import { useState } from 'preact/hooks';
import type { LogPage, LogRow } from '../../../shared/protocol/operate-wire.ts';
import { deedWords, momentWords, nameWords } from '../../store/operate/words.ts';
import { useLook } from './context.ts';
import { List, PersonLink } from './parts.tsx';

/** What operators did, the latest first. */
export function LogOfDeeds() {
  /** The last row of each page before this one. */
  const [before, setBefore] = useState<readonly LogRow[]>([]);
  const last = before.at(-1);
  const after = last ? { rank: last.at, id: last.id } : null;
  const { value, refusal } = useLook<LogPage>('log', { after }, 'log');
  const end = value?.rows.at(-1);
  return (
    <section class="panel" aria-labelledby="log-title">
      <h2 id="log-title">What operators did</h2>
      <List refusal={refusal} isEmpty={value && value.rows.length === 0} empty="Nothing yet.">
        {value?.rows.map((row) => (
          <li key={row.id} class="operate-deed">
            <p>
              <strong>{row.by ? nameWords(row.by) : 'On the machine:'}</strong> {deedWords(row.action)}
              {row.person && (
                <>
                  {': '}
                  <PersonLink person={row.person} />
                </>
              )}
            </p>
            <p class="small soft">
              {momentWords(row.at)} · {row.why}
              {row.outcome !== 'done' &&
                ` · ${row.outcome === '' ? 'nobody knows what came of it' : `refused: ${row.outcome}`}`}
            </p>
          </li>
        ))}
      </List>
      {(before.length > 0 || value?.hasMore) && (
        <div class="row operate-pages">
          <button
            type="button"
            class="button"
            disabled={before.length === 0}
            onClick={() => setBefore(before.slice(0, -1))}
          >
            Later
          </button>
          <button
            type="button"
            class="button"
            disabled={!value?.hasMore}
            onClick={() => end && setBefore([...before, end])}
          >
            Earlier
          </button>
        </div>
      )}
    </section>
  );
}
