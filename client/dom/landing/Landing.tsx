import Settings from 'lucide/dist/esm/icons/settings.mjs';
import strip from '../../assets/strip.png';
import type { Api } from '../../net/types.ts';
import { chosenGame } from '../../store/preferences.ts';
import { ChatButton } from '../chat/ChatButton.tsx';
import { openDialog } from '../dialogs/open.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Logo } from '../ui/Logo.tsx';
import { Identity } from './Identity.tsx';
import { Lobbies } from './Lobbies.tsx';
import { OpenTables } from './OpenTables.tsx';
import { Play } from './Play.tsx';
import { YourTables } from './YourTables.tsx';

/** The first page: usable before anything else has loaded. */
export function Landing({ api }: { api: Api }) {
  const { slogan, line } = chosenGame();
  const [first, second] = slogan;
  return (
    <div class="landing">
      <header class="top">
        <Logo />
        <span class="grow" />
        <button type="button" class="button quiet" onClick={() => openDialog('how')}>
          How to play
        </button>
        <ChatButton />
        <button
          type="button"
          class="button icon"
          aria-label="Settings"
          onClick={() => openDialog('settings')}
        >
          <Icon node={Settings} />
        </button>
      </header>
      <img class="strip" src={strip} alt="" />
      <main>
        <div class="col gap">
          <div>
            <h1>
              {first}
              <br />
              {second}
            </h1>
            <p class="lead soft">{line}</p>
          </div>
          <Identity api={api} />
          <YourTables api={api} />
          <Play api={api} />
        </div>
        <div class="col landing-side">
          <OpenTables api={api} />
          <Lobbies />
        </div>
      </main>
    </div>
  );
}
