import type { TableCard } from '../../../shared/chat/types.ts';
import { RouteLink } from '../ui/RouteLink.tsx';
import { useChat } from './context.ts';

/** An invitation to a table. */
export function TableCardView({ card }: { card: TableCard }) {
  const { api } = useChat();
  const to = { page: 'table', game: null, code: card.code } as const;
  return (
    <div class="card-table panel">
      <span class="card-colors" aria-hidden="true" />
      <span class="grow">
        <strong class="clip" translate={false}>
          Table {card.code}
        </strong>
        <span class="small soft">Invitation to play</span>
      </span>
      <RouteLink class="button" to={to} onGo={() => api.wantSeat(card.code)}>
        Join<span class="unseen"> table {card.code}</span>
      </RouteLink>
    </div>
  );
}
