import { common } from '../i18n/common/index.ts';
import { go } from '../store/route.ts';
import { StatePage } from './ui/StatePage.tsx';

/** At an address that leads nowhere. */
export function Nowhere() {
  return (
    <StatePage title={common.nothingHere} text={common.nothingHereText}>
      <button type="button" class="button primary" onClick={() => go({ page: 'landing' })}>
        {common.toTheStart}
      </button>
    </StatePage>
  );
}

/** In the place of every page: without a cookie nobody can be known again, at a table or in chat. */
export function NoCookies() {
  return (
    <StatePage title={common.noCookies} text={common.noCookiesText}>
      <button type="button" class="button primary big" onClick={() => location.reload()}>
        {common.tryAgain}
      </button>
    </StatePage>
  );
}
