import { useState } from 'preact/hooks';
import type { Face } from '../../store/faces.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Marker } from '../ui/Marker.tsx';
import { Own } from '../ui/Own.tsx';
import { Refused } from '../ui/Refused.tsx';
import { useView } from './context.ts';

/** What a host can do about somebody at the table. */
export function SeatDialog({ face, onClose }: { face: Face; onClose: () => void }) {
  const { sitting, game } = useView();
  const about = (face.level !== null && game.bots?.about(face.name, face.level)) || 'A bot.';
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
        <p class="soft">
          {face.isBot
            ? `${about} It gives its seat to the next person who comes.`
            : 'A player at your table.'}
        </p>
      </div>
      <div class="ways">
        {!face.isBot && (
          <button type="button" class="button" onClick={makeHost}>
            Make host
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

function kickWords(isBot: boolean, isSure: boolean): string {
  if (isBot) return 'Send the bot away';
  return isSure ? 'Yes, send away for good' : 'Send away';
}
