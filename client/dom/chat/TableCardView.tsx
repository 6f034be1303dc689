import type { TableCard } from '../../../shared/chat/types.ts';
import { RouteLink } from '../ui/RouteLink.tsx';
import { useChat } from './context.ts';

/** An invitation to a table. */
export function TableCardView({ card }: { card: TableCard }) {
  const { api } = useChat();
  const to = { page: 'table', code: card.code } as const;
  return (
    <div class="card-table panel">
      <span class="card-colors" aria-hidden="true" />
      <span class="grow">
        <strong class="clip">{card.name}</strong>
        <span class="small soft">Table {card.code}</span>
      </span>
      <RouteLink class="button" to={to} onGo={() => api.wantSeat(card.code)}>
        Join<span class="unseen"> {card.name}</span>
      </RouteLink>
    </div>
  );
}
