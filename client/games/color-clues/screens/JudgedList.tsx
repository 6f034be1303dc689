import type { Cell } from '../../../../shared/games/color-clues/types.ts';
import { Own } from '../../../dom/ui/Own.tsx';
import { text } from '../messages/table/index.ts';
import { judgedList } from '../store/show.ts';
import { useGame } from './useGame.ts';

/** The reveal where motion is unwanted: everybody with their points, from far to near, the giver last. */
export function JudgedList({ target }: { target: Cell }) {
  const { view, me } = useGame();
  return (
    <ol class="small judged" aria-label={text.judged}>
      {judgedList(view, me, target).map(({ seat, who, points }) => (
        <li key={seat} class={points === 0 ? 'soft' : undefined}>
          <Own>{text.name(who)}</Own> <strong class="num">+{points}</strong>
        </li>
      ))}
    </ol>
  );
}
