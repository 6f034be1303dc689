import '../styles/game.css';
import '../styles/players.css';
import '../styles/log.css';
import '../styles/dock.css';
import '../styles/sideways.css';
import { useEffect } from 'preact/hooks';
import { followKeyboard } from '../effects/keyboard.ts';
import { useView } from '../table/context.ts';
import { TableHeader } from '../table/TableHeader.tsx';
import { TalkPanel } from '../talk/TalkPanel.tsx';
import { ClueLog } from './ClueLog.tsx';
import { GameBoard } from './GameBoard.tsx';
import { LogButton } from './LogButton.tsx';
import { PlayersPanel } from './PlayersPanel.tsx';
import { PlayersStrip } from './PlayersStrip.tsx';
import { SentenceRow } from './SentenceRow.tsx';
import { TheDock } from './TheDock.tsx';
import { useTurns } from './useTurns.ts';
import { ROOM_FOR_TALK, useWide } from './useWide.ts';

/** A running game. Header, sentence and dock have fixed heights, so that the board never moves. */
export function GameScreen() {
  const { view } = useView();
  const isWide = useWide('(min-width: 900px)');
  const hasLog = useWide(ROOM_FOR_TALK);
  useTurns();
  useEffect(followKeyboard, []);
  const game = view.game;
  return (
    <div class="game playing">
      <TableHeader>
        {!isWide && game && (
          <span class="soft small num round">
            Round {game.round} of {game.rounds}
          </span>
        )}
        {isWide && !hasLog && <LogButton />}
      </TableHeader>
      <main class="felt">
        {isWide ? <PlayersPanel /> : <PlayersStrip />}
        <SentenceRow />
        <GameBoard />
        <TheDock />
        {hasLog && (
          <div class="side">
            <section class="panel log-panel" aria-labelledby="log-title">
              <h2 id="log-title">Clues so far</h2>
              <ClueLog />
            </section>
            <TalkPanel />
          </div>
        )}
      </main>
    </div>
  );
}
