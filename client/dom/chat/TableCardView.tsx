import type { TableCard } from '../../../shared/chat/types.ts';
import { GAMES, gameAbout } from '../../../shared/games/index.ts';
import { chatMessages as t } from '../../i18n/chat/index.ts';
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
          {t.tableCode(card.code)}
        </strong>
        <span class="small soft">{t.invitationToPlay(GAMES.length > 1 && about ? about.title : '')}</span>
      </span>
      <RouteLink class="button" to={to} onGo={() => api.wantSeat(card.code)}>
        {t.join}
        <span class="unseen"> {t.tableCode(card.code)}</span>
      </RouteLink>
    </div>
  );
}
