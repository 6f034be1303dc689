import Settings from 'lucide/dist/esm/icons/settings.mjs';
import { GAMES } from '../../../shared/games/index.ts';
import { landing } from '../../i18n/landing/index.ts';
import type { Api } from '../../net/types.ts';
import { me } from '../../store/me.ts';
import { chosenGame } from '../../store/preferences.ts';
import { ChatButton } from '../chat/ChatButton.tsx';
import { openDialog } from '../dialogs/open.tsx';
import { useGames } from '../ui/games.ts';
import { Icon } from '../ui/Icon.tsx';
import { Logo } from '../ui/Logo.tsx';
import { lazyPart } from '../ui/lazy.tsx';
import { GameChooser } from './GameChooser.tsx';
import { Identity } from './Identity.tsx';
import { Play } from './Play.tsx';
import { useMyTables } from './useMyTables.ts';

/** Comes when one has a table to go back to. */
const YourTables = lazyPart(async () => (await import('./YourTables.tsx')).YourTables);

/** Comes after the page, which can be used before: when it is known who looks at it. */
const Side = lazyPart(async () => (await import('./Side.tsx')).Side);

/** The first page: usable before anything else has loaded. It is about the game that was chosen or played last. */
export function Landing({ api }: { api: Api }) {
  const { name, slogan, line } = chosenGame();
  const mine = useMyTables(api);
  const { pictureOf } = useGames();
  return (
    <div class="landing">
      <header class="top">
        <Logo />
        <span class="grow" />
        <button type="button" class="button quiet" onClick={() => openDialog('how')}>
          {landing.howToPlay}
        </button>
        <ChatButton />
        <button
          type="button"
          class="button icon"
          aria-label={landing.settings}
          onClick={() => openDialog('settings')}
        >
          <Icon node={Settings} />
        </button>
      </header>
      <img class="strip" src={pictureOf(name)} alt="" />
      <main>
        <div class="col gap">
          <div>
            <h1>
              {slogan[0]}
              <br />
              {slogan[1]}
            </h1>
            <p class="lead soft">{line}</p>
          </div>
          {GAMES.length > 1 && <GameChooser />}
          <Identity api={api} />
          {mine.length > 0 && <YourTables tables={mine} />}
          <Play api={api} />
          <p class="alone-ways">
            {landing.alone} <a href="/daily">{landing.daily}</a> · <a href="/practice">{landing.practice}</a>
          </p>
        </div>
        <div class="col landing-side">{me.value && <Side api={api} mine={mine} />}</div>
      </main>
    </div>
  );
}
