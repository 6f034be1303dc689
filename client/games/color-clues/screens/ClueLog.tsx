import { Said } from '../../../dom/game/SentenceRow.tsx';
import { Marker } from '../../../dom/ui/Marker.tsx';
import { Own } from '../../../dom/ui/Own.tsx';
import { boardText } from '../messages/board/index.ts';
import { text } from '../messages/table/index.ts';
import { describeCell, hexOf, labelOf } from '../store/cells.ts';
import { clueLog, type LogEntry } from '../store/clue-log.ts';
import { DeckLine } from './DeckLine.tsx';
import { useGame } from './useGame.ts';

/** The clues of this game: words, the color they meant, what they brought. */
export function ClueLog() {
  const { sitting, view, me } = useGame();
  // What is just being shown is not told before.
  const open = sitting.show.at.value === null ? null : view.game.round;
  const entries = clueLog(view, me).map((entry) =>
    entry.round === open ? { ...entry, gains: null } : entry,
  );
  return (
    <>
      {entries.length === 0 && <p class="soft clues-empty">{text.cluesCollect}</p>}
      {entries.length > 0 && (
        <ol class="log">
          {entries.map((entry) => (
            <Entry key={entry.round} entry={entry} />
          ))}
        </ol>
      )}
      <DeckLine />
    </>
  );
}

function Entry({ entry }: { entry: Omit<LogEntry, 'gains'> & { readonly gains: LogEntry['gains'] | null } }) {
  const { giver, target } = entry;
  return (
    <li data-now={entry.state === 'now'}>
      {target === null ? (
        <span class="swatch log-open" aria-hidden="true">
          {entry.state === 'now' ? '?' : '–'}
        </span>
      ) : (
        <span
          class="swatch"
          role="img"
          aria-label={describeCell(target)}
          style={{ background: hexOf(target) }}
        />
      )}
      <div class="grow">
        <p class="log-clue display">
          {entry.clues.length > 0 ? (
            <Said words={entry.clues} />
          ) : (
            <span class="soft">{boardText.noClue}</span>
          )}
        </p>
        <p class="small soft">
          {entry.round} · {giver.isMine ? text.you : <Own>{giver.name}</Own>}
          {target !== null && (
            <>
              {' · '}
              <Own>{labelOf(target)}</Own>
            </>
          )}
          {entry.state === 'done' && entry.gains?.length === 0 && ` · ${text.nobodyScored}`}
        </p>
        {entry.gains !== null && entry.gains.length > 0 && (
          <ul class="log-gains" aria-label={text.points}>
            {entry.gains.map(({ face, points }) => (
              <li key={face.seat} class="num">
                <Marker index={face.marker} initial={face.initial} size={18} label={face.name} />+{points}
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}
