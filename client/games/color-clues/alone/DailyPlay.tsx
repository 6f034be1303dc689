import { useState } from 'preact/hooks';
import type { Cell } from '../../../../shared/games/color-clues/types.ts';
import { Dialog } from '../../../dom/ui/Dialog.tsx';
import { Refused } from '../../../dom/ui/Refused.tsx';
import type { Refusal } from '../../../net/types.ts';
import type { DailyProps } from '../../game.ts';
import { text } from '../messages/alone/index.ts';
import { boardText } from '../messages/board/index.ts';
import { describeCell, labelOf } from '../store/cells.ts';
import { ClueTabs } from './ClueTabs.tsx';
import { dayWords } from './days.ts';
import { Frame } from './Frame.tsx';
import { PastDays } from './PastDays.tsx';
import { PlaceBar } from './PlaceBar.tsx';
import { SoloBoard } from './SoloBoard.tsx';

/** A marker for each clue; each can be moved until all are sent. */
export function DailyPlay({ view, place }: DailyProps) {
  const { hints, day, today } = view;
  const [placed, setPlaced] = useState<readonly (Cell | null)[]>(() => hints.map(() => null));
  const [at, setAt] = useState(0);
  const [aim, setAim] = useState<Cell | null>(null);
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isPastOpen, setPastOpen] = useState(false);
  const [told, setTold] = useState('');

  const own = placed[at] ?? null;
  const show = (hint: number) => {
    setAt(hint);
    setAim(null);
  };
  const put = (cell: Cell) => {
    const next = placed.map((each, hint) => (hint === at ? cell : each));
    setPlaced(next);
    const open = next.indexOf(null);
    show(open === -1 ? at : open);
    const then = open === -1 ? text.allPlaced : `${text.clueOf(open + 1, hints.length)}: ${hints[open]}.`;
    setTold(text.laidThen(describeCell(cell), then));
  };
  const whole = placed.every((cell) => cell !== null) ? placed : null;
  const isMove = aim !== null && aim !== own;
  const send = async () => {
    if (!whole || isSending) return;
    setSending(true);
    setRefusal(await place(whole));
    setSending(false);
  };
  return (
    <Frame
      title={day === today ? text.daily : dayWords(day)}
      extra={
        <button type="button" class="button quiet" onClick={() => setPastOpen(true)}>
          {text.pastDays}
        </button>
      }
    >
      <main class="felt alone has-tabs">
        <ClueTabs hints={hints} at={at} onShow={show} note={(hint) => noteOf(placed[hint] ?? null)} />
        <div class="say">
          <div class="grow">
            <p class="say-now">
              <strong>{text.clueOf(at + 1, hints.length)}</strong>{' '}
              <span class="soft say-about">{day === today ? dayWords(day) : text.pastDay}</span>
            </p>
            <h1 class="say-large" translate={false}>
              {hints[at]}
            </h1>
          </div>
        </div>
        <div class="board-slot">
          <SoloBoard aim={aim ?? own} placed={own} target={null} onAim={setAim} onPlace={put} />
        </div>
        <PlaceBar
          cell={aim ?? own}
          detail={
            refusal ? (
              <Refused>{refusal.message}</Refused>
            ) : whole && !isMove ? (
              text.allPlaced
            ) : (
              text.seeWhenSent
            )
          }
        >
          {whole && !isMove ? (
            <button
              type="button"
              class="button primary big dock-main"
              aria-disabled={isSending}
              onClick={send}
            >
              {isSending ? text.sending : text.send}
            </button>
          ) : (
            <button
              type="button"
              class="button primary big dock-main"
              aria-disabled={!isMove}
              onClick={() => isMove && put(aim)}
            >
              {own === null ? boardText.place : boardText.move}
            </button>
          )}
        </PlaceBar>
        <p class="unseen" aria-live="polite">
          {told}
        </p>
      </main>
      {isPastOpen && (
        <Dialog title={text.pastDays} onClose={() => setPastOpen(false)}>
          <PastDays view={view} />
        </Dialog>
      )}
    </Frame>
  );
}

const noteOf = (cell: Cell | null): string => (cell === null ? '' : labelOf(cell));
