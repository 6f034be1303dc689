import type { TableCard } from '../../../shared/chat/types.ts';
import { GAMES, gameAbout } from '../../../shared/games/index.ts';
import { RouteLink } from '../ui/RouteLink.tsx';
import { useChat } from './context.ts';

/** An invitation to a table. */
export function TableCardView({ card }: { card: TableCard }) {
  const { api } = useChat();
  const about = gameAbout(card.game ?? GAMES[0].name);
  const to = { page: 'table', game: about?.name ?? null, code: card.code } as const;
  return (
    <div class="card-table panel">
      <span class="card-colors" aria-hidden="true" />
      <span class="grow">
        <strong class="clip" translate={false}>
          Table {card.code}
        </strong>
        <span class="small soft">Invitation to play{GAMES.length > 1 && about && ` ${about.title}`}</span>
      </span>
      <RouteLink class="button" to={to} onGo={() => api.wantSeat(card.code)}>
        Join<span class="unseen"> table {card.code}</span>
      </RouteLink>
    </div>
  );
}
