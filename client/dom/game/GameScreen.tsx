import '../styles/playing.css';
import { useEffect } from 'preact/hooks';
import { isHeld } from '../../store/turns.ts';
import { followKeyboard } from '../effects/keyboard.ts';
import { usePlayed } from '../table/context.ts';
import { TableHeader } from '../table/TableHeader.tsx';
import { TalkPanel } from '../talk/TalkPanel.tsx';
import { HeldDock } from './HeldDock.tsx';
import { PlayersPanel } from './PlayersPanel.tsx';
import { PlayersStrip } from './PlayersStrip.tsx';
import { RecordButton } from './RecordButton.tsx';
import { SentenceRow } from './SentenceRow.tsx';
import { ROOM_FOR_TALK, useWide } from './useWide.ts';

/**
 * The frame of every running game: header, players, sentence, board, dock, and beside them what can be looked up and the
 * talk. All but the board have fixed heights, so that the board never moves.
 */
export function GameScreen() {
  const { game, view } = usePlayed();
  const isWide = useWide('(min-width: 900px)');
  const hasSide = useWide(ROOM_FOR_TALK);
  useEffect(followKeyboard, []);
  const progress = game.progress?.(view);
  return (
    <div class="game playing">
      <TableHeader>
        {!isWide && progress && <span class="soft small num round">{progress}</span>}
        {isWide && !hasSide && <RecordButton />}
      </TableHeader>
      <main class="felt">
        {isWide ? <PlayersPanel /> : <PlayersStrip />}
        <SentenceRow />
        <div class="board-slot">
          <game.Board />
        </div>
        {isHeld(view) ? <HeldDock /> : <game.Dock />}
        {hasSide && (
          <div class="side">
            {game.record && (
              <section class="panel record-panel" aria-labelledby="record-title">
                <h2 id="record-title">{game.record.title}</h2>
                <game.record.Content />
              </section>
            )}
            <TalkPanel />
          </div>
        )}
      </main>
    </div>
  );
}
