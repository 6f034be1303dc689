import { useState } from 'preact/hooks';
import type { WantedLevel } from '../../../shared/core/bot-level.ts';
import { table } from '../../i18n/table/index.ts';
import { isQueued, presentCount } from '../../store/faces.ts';
import { me as myself } from '../../store/me.ts';
import { footnote, heading, seatsAt } from '../../store/waiting.ts';
import { ROOM_FOR_TALK, useWide } from '../game/useWide.ts';
import { Words } from '../game/Words.tsx';
import { TalkPanel } from '../talk/TalkPanel.tsx';
import { Refused } from '../ui/Refused.tsx';
import { BotLevelField } from './BotLevelField.tsx';
import { useView } from './context.ts';
import { Invite } from './Invite.tsx';
import { OptionsPanel } from './OptionsPanel.tsx';
import { Seats } from './Seats.tsx';
import { TableHeader } from './TableHeader.tsx';

/** The table before the first game: who is here, how others get here, and what will be played. */
export function WaitingRoom() {
  const { sitting, game, view, me } = useView();
  const isHost = me !== null && me === view.host;
  const refusal = sitting.refusal.value;
  const hasRoom = useWide(ROOM_FOR_TALK);
  const seats = seatsAt(game, view);
  const [level, setLevel] = useState<WantedLevel>('mixed');
  return (
    <div class="game">
      <TableHeader />
      <main class="page with-talk">
        <div class="page-box">
          <h1>{heading(seats, view, isHost)}</h1>
          <Invite code={sitting.code} />
          <Seats>
            {isHost && game.bots && view.seats.length < seats.maxSeats && (
              <BotLevelField words={game.bots} value={level} onChange={setLevel} />
            )}
          </Seats>
          <OptionsPanel />
          {isHost && <HostActions level={level} />}
          {me === null && view.isLocked && <p class="soft">{table.lockedWatch}</p>}
          {me === null && !view.isLocked && !isQueued(view, myself.value?.id) && (
            <button
              type="button"
              class="button primary big"
              onClick={() => sitting.send({ type: 'sit' }, 'table')}
            >
              {table.sitDown}
            </button>
          )}
          {refusal?.place === 'table' && <Refused>{refusal.message}</Refused>}
          <p class="soft small">
            <Words text={footnote(seats, view, me)} />
          </p>
        </div>
        {hasRoom && <TalkPanel />}
      </main>
    </div>
  );
}

function HostActions({ level }: { level: WantedLevel }) {
  const { sitting, game, view } = useView();
  const { minSeats, maxSeats } = seatsAt(game, view);
  const seated = presentCount(view);
  const missing = Math.max(0, minSeats - seated);
  const isBusy = sitting.pending.value !== null;
  const fill = async () => {
    for (let i = 0; i < Math.max(1, missing); i++)
      if (!(await sitting.send({ type: 'addBot', level }, 'table'))) return;
  };
  return (
    <div class="host-actions">
      <button
        type="button"
        class="button primary big grow"
        aria-disabled={missing > 0 || isBusy}
        onClick={() => missing === 0 && sitting.send({ type: 'start' }, 'table')}
      >
        {sitting.pending.value === 'start'
          ? table.starting
          : missing > 0
            ? table.needs(missing)
            : table.start(seated)}
      </button>
      {view.seats.length < maxSeats && (
        <button type="button" class="button big" aria-disabled={isBusy} onClick={fill}>
          {missing > 1 ? table.fillWithBots : table.addBot}
        </button>
      )}
    </div>
  );
}
