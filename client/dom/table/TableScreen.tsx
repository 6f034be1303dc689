import '../styles/table.css';
import { useEffect } from 'preact/hooks';
import type { Api } from '../../net/types.ts';
import { guardLeaving } from '../../store/route.ts';
import type { Sitting } from '../../store/sitting.ts';
import { askToLeave, LeaveQuestion } from '../dialogs/Leave.tsx';
import { Announcer } from '../effects/Announcer.tsx';
import { TurnNotice } from '../effects/TurnNotice.tsx';
import { EndScreen } from '../game/EndScreen.tsx';
import { GameScreen } from '../game/GameScreen.tsx';
import { useTableTalk } from '../talk/useTableTalk.ts';
import { TableContext } from './context.ts';
import { NoTable } from './NoTable.tsx';
import { useLastBoard } from './useLastBoard.ts';
import { WaitingRoom } from './WaitingRoom.tsx';

/** Everything at one table: what is shown follows from the connection and the phase. */
export function TableScreen({ sitting, api }: { sitting: Sitting; api: Api }) {
  const state = sitting.connection.connection.value;
  const view = sitting.connection.view.value;
  const me = sitting.connection.mySeat.value;
  const isSeated = me !== null;
  const talk = useTableTalk(sitting);
  const isPlaying = isSeated && view?.phase === 'playing';
  const isLastBoard = useLastBoard(view?.phase ?? null, sitting.connection.game.value?.lastBoardMs ?? 0);

  useEffect(() => {
    if (!isSeated) return;
    if (isPlaying) return guardLeaving(askToLeave);
    return guardLeaving(() => {
      void sitting.send({ type: 'leave' });
      return true;
    });
  }, [sitting, isSeated, isPlaying]);

  const isShut =
    state === 'takenOver' ||
    state === 'kicked' ||
    state === 'gone' ||
    state === 'notFound' ||
    state.startsWith('password');
  if (!view || isShut || state === 'notLoaded' || view.phase === 'unopened' || view.phase === 'closed')
    return <NoTable state={view?.phase === 'closed' ? 'gone' : state} sitting={sitting} />;
  return (
    <TableContext.Provider value={{ sitting, api, talk }}>
      {view.phase === 'waiting' && <WaitingRoom />}
      {(view.phase === 'playing' || isLastBoard) && <GameScreen />}
      {view.phase === 'over' && !isLastBoard && <EndScreen />}
      <Announcer />
      <TurnNotice />
      <LeaveQuestion />
    </TableContext.Provider>
  );
}
