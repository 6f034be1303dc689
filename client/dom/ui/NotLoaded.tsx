import { app } from '../../i18n/app/index.ts';
import { StatePage } from './StatePage.tsx';

/** In the place of something whose code could not be loaded: why, and the way on. */
export function NotLoaded({ name }: { name: keyof typeof app.notLoaded }) {
  return (
    <StatePage title={app.notLoaded[name]} text={app.maybeUpdated}>
      <button type="button" class="button primary" onClick={() => location.reload()}>
        {app.tryAgain}
      </button>
    </StatePage>
  );
}
