import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Result } from '../../../shared/core/result.ts';
import { landing } from '../../i18n/landing/index.ts';
import type { Api, Refusal } from '../../net/types.ts';
import { chosenGame, chosenMode } from '../../store/preferences.ts';
import { go } from '../../store/route.ts';
import { useGames } from '../ui/games.ts';
import { Refused } from '../ui/Refused.tsx';
import { JoinByCode } from './JoinByCode.tsx';

type Wish = 'play' | 'public' | 'private';

/** The ways to a table: at once, an own one, or by its code. */
export function Play({ api }: { api: Api }) {
  const [pending, setPending] = useState<Wish | null>(null);
  const [refusal, setRefusal] = useState('');
  const [isCreating, setCreating] = useState(false);
  const choice = useRef<HTMLDivElement>(null);
  // What was asked for opens below, where the screen may end.
  useLayoutEffect(() => choice.current?.scrollIntoView({ block: 'nearest' }), [isCreating]);

  const about = chosenGame();
  const game = about.name;
  const mode = chosenMode(about);
  const { loadGame } = useGames();
  const ask = async (wish: Wish, request: () => Promise<Result<{ code: string }, Refusal>>) => {
    if (pending) return;
    setPending(wish);
    setRefusal('');
    // What will be played is loaded while a table is found for it.
    void loadGame(game).catch(() => {});
    const result = await request();
    setPending(null);
    if (result.ok) go({ page: 'table', game, code: result.value.code });
    else setRefusal(result.error.message);
  };
  const create = (visibility: 'public' | 'private') =>
    ask(visibility, () => api.createTable({ game, visibility, mode }));

  return (
    <div class="col" style={{ gap: '10px' }}>
      <button
        type="button"
        class="button primary big"
        aria-disabled={pending !== null}
        onClick={() => ask('play', () => api.playNow(game, mode))}
      >
        {pending === 'play' ? landing.findingTable : landing.playNow}
      </button>
      {refusal && <Refused>{refusal}</Refused>}
      <div class="pair">
        <button
          type="button"
          class="button"
          aria-expanded={isCreating}
          onClick={() => setCreating(!isCreating)}
        >
          {landing.createTable}
        </button>
        <JoinByCode />
      </div>
      {isCreating && (
        <div class="choice" ref={choice}>
          <button type="button" class="button" onClick={() => create('private')}>
            <span>
              {pending === 'private' ? landing.settingTable : landing.forFriends}
              <small>{landing.forFriendsHelp}</small>
            </span>
          </button>
          <button type="button" class="button" onClick={() => create('public')}>
            <span>
              {pending === 'public' ? landing.settingTable : landing.forEverybody}
              <small>{landing.forEverybodyHelp}</small>
            </span>
          </button>
        </div>
      )}
    </div>
  );
}
