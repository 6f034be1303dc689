import { gameText as text } from '../../i18n/game/index.ts';
import { usePlayed } from '../table/context.ts';
import { RouteLink } from '../ui/RouteLink.tsx';

/** Before the id of a match in the id of its talk. */
const TALK = 'talk-';

/** From the end of a game to the same game, to be watched again. */
export function WatchAgain() {
  const { sitting, game, view } = usePlayed();
  const talk = sitting.connection.talk.value;
  if (!game.replay || !talk?.startsWith(TALK)) return null;
  const path = `/replay/${talk.slice(TALK.length)}/${view.gameNumber}`;
  return (
    <RouteLink to={{ page: 'other', path }} class="button">
      {text.watchAgain}
    </RouteLink>
  );
}
