import '../styles/rows.css';
import AtSign from 'lucide/dist/esm/icons/at-sign.mjs';
import BellOff from 'lucide/dist/esm/icons/bell-off.mjs';
import type { Row } from '../../store/chat/rows.ts';
import { Icon } from '../ui/Icon.tsx';
import { RouteLink } from '../ui/RouteLink.tsx';
import { PersonMarker } from './PersonMarker.tsx';

interface Props {
  readonly row: Row;
  readonly isCurrent?: boolean;
  readonly onGo?: () => void;
}

/** One conversation of a list. */
export function RowLink({ row, isCurrent = false, onGo }: Props) {
  const to = { page: 'chat', conversation: row.conversation } as const;
  return (
    <RouteLink class="row-link" to={to} isCurrent={isCurrent} onGo={onGo}>
      <Face row={row} />
      <span class="grow row-words">
        <span class="row row-title">
          <strong class="clip" translate={false}>
            {row.title}
          </strong>
          {row.isMuted && <Icon node={BellOff} size={14} />}
        </span>
        {row.preview !== '' && <span class="small soft clip">{row.preview}</span>}
        {row.spoken !== '' && <span class="unseen">, {row.spoken}</span>}
      </span>
      <span class="row-side">
        {row.at > 0 && (
          <time class="small soft num" dateTime={new Date(row.at).toISOString()}>
            {row.time}
          </time>
        )}
        <span class="row" style={{ gap: '4px' }} aria-hidden="true">
          {row.isMentioned && <Icon node={AtSign} size={16} />}
          {row.badge !== '' && (
            <span class="badge num" data-quiet={row.isMuted}>
              {row.badge}
            </span>
          )}
        </span>
      </span>
    </RouteLink>
  );
}

function Face({ row }: { row: Row }) {
  if (row.marker === null)
    return (
      <span class="letter" aria-hidden="true">
        {row.initial}
      </span>
    );
  return (
    <span class="face">
      <PersonMarker person={{ name: row.title, marker: row.marker, isGone: row.isGone }} size={34} />
      {row.isOnline && <span class="dot" aria-hidden="true" />}
    </span>
  );
}
