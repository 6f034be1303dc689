import '../styles/host.css';
import { useId, useState } from 'preact/hooks';
import type { BotWords } from '../../games/game.ts';
import { hostText as text } from '../../i18n/host/index.ts';
import { table } from '../../i18n/table/index.ts';
import type { Face } from '../../store/faces.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Marker } from '../ui/Marker.tsx';
import { Own } from '../ui/Own.tsx';
import { Refused } from '../ui/Refused.tsx';
import { useView } from './context.ts';

/** What a host can do about somebody at the table. */
export function SeatDialog({ face, onClose }: { face: Face; onClose: () => void }) {
  const { sitting, game } = useView();
  const about = (face.level !== null && game.bots?.about(face.name, face.level)) || table.aBot;
  const [isSure, setSure] = useState(false);
  const refusal = sitting.refusal.value;
  const kick = async () => {
    if (!face.isBot && !isSure) setSure(true);
    else if (await sitting.send({ type: 'kick', seat: face.seat }, 'seat')) onClose();
  };
  const makeHost = async () => {
    if (await sitting.send({ type: 'makeHost', seat: face.seat }, 'seat')) onClose();
  };
  return (
    <Dialog title={<Own>{face.name}</Own>} onClose={onClose}>
      <div class="row">
        <Marker index={face.marker} initial={face.initial} size={56} />
        <p class="soft">{face.isBot ? table.botGivesSeat(about) : table.aPlayer}</p>
      </div>
      {face.isBot && game.bots && <LevelField face={face} levels={game.bots.levels} />}
      <div class="ways">
        {!face.isBot && (
          <button type="button" class="button" onClick={makeHost}>
            {table.makeHost}
          </button>
        )}
        <button type="button" class={isSure ? 'button primary' : 'button'} onClick={kick}>
          {kickWords(face.isBot, isSure)}
        </button>
      </div>
      <Refused>{refusal?.place === 'seat' ? refusal.message : null}</Refused>
    </Dialog>
  );
}

/** How well a bot plays; it stays who it is. */
function LevelField({ face, levels }: { face: Face; levels: BotWords['levels'] }) {
  const { sitting } = useView();
  const id = useId();
  const choose = (chosen: string) => {
    const level = levels.find(({ value }) => String(value) === chosen)?.value;
    if (level !== undefined) void sitting.send({ type: 'setBotLevel', seat: face.seat, level }, 'seat');
  };
  return (
    <div class="col host-part">
      <div class="row">
        <label class="grow" for={id}>
          {text.level}
        </label>
        <select
          id={id}
          class="field select"
          value={String(face.level)}
          onChange={(event) => {
            choose(event.currentTarget.value);
            // What is shown is what counts.
            event.currentTarget.value = String(face.level);
          }}
        >
          {levels.map(({ value, label }) => (
            <option key={value} value={String(value)}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <p class="small soft">{text.levelHelp}</p>
    </div>
  );
}

function kickWords(isBot: boolean, isSure: boolean): string {
  if (isBot) return table.sendBotAway;
  return isSure ? table.sendAwaySure : table.sendAway;
}
