import { account } from '../../i18n/account/index.ts';
import { RouteLink } from '../ui/RouteLink.tsx';
import { useSteps } from './steps.ts';

/** The way from who one is to what one has played. */
export function GamesLink() {
  const { close } = useSteps();
  return (
    <RouteLink to={{ page: 'other', path: '/games' }} class="button" onGo={close}>
      {account.games}
    </RouteLink>
  );
}
