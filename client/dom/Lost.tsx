import { go } from '../store/route.ts';
import { StatePage } from './ui/StatePage.tsx';

/** At an address that leads nowhere. */
export function Nowhere() {
  return (
    <StatePage title="There is nothing here" text="The address may have been cut off on its way to you.">
      <button type="button" class="button primary" onClick={() => go({ page: 'landing' })}>
        To the start
      </button>
    </StatePage>
  );
}

/** In the place of every page: without a cookie nobody can be known again, at a table or in chat. */
export function NoCookies() {
  return (
    <StatePage
      title="This browser keeps no cookies here"
      text="Color Clues needs one, to know you again: your seat and your name belong to it. Allow cookies for this site, then try again."
    >
      <button type="button" class="button primary big" onClick={() => location.reload()}>
        Try again
      </button>
    </StatePage>
  );
}
