import { common } from '../i18n/common/index.ts';
import { signedOut } from '../store/me.ts';
import { go } from '../store/route.ts';
import { SignedOut } from './account/SignedOut.tsx';
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

/** In the place of every page. */
export function Stopped() {
  return signedOut.value ? <SignedOut name={signedOut.value.name} /> : <NoCookies />;
}

/** Without a cookie nobody can be known again, at a table or in chat. */
function NoCookies() {
  return (
    <StatePage title={common.noCookies} text={common.noCookiesText}>
      <button type="button" class="button primary big" onClick={() => location.reload()}>
        {common.tryAgain}
      </button>
    </StatePage>
  );
}
