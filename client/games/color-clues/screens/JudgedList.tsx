import type { Cell } from '../../../../shared/games/color-clues/types.ts';
import { Own } from '../../../dom/ui/Own.tsx';
import { text } from '../messages/table/index.ts';
import { judgedList } from '../store/show.ts';
import { useGame } from './useGame.ts';

/** The reveal where motion is unwanted: who got points and how many, from far to near, the giver last. */
export function JudgedList({ target }: { target: Cell }) {
  const { view, me } = useGame();
  const list = judgedList(view, me, target);
  const scored = list.filter(({ points }) => points > 0);
  return (
    <ol class="small judged" aria-label={text.judged}>
      {scored.map(({ seat, who, points }) => (
        <li key={seat}>
          <Own>{text.name(who)}</Own> <strong class="num">+{points}</strong>
        </li>
      ))}
      {scored.length < list.length && (
        <li class="soft">{scored.length === 0 ? text.nobodyScored : text.nobodyElseScored}</li>
      )}
    </ol>
  );
}
