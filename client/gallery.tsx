/**
 * Every screen without a server, for development only: `/gallery.html?screen=place&players=10&dark=1`,
 * `&tv` as a screen for a room shows it. Screens are
 * the samples of the game (`game`, the first one without), and `landing`, `how`, `settings`, `leave`; `state` shows a
 * state of the connection. `chat` is a chat
 * without a server: `c` names the conversation, `standing`, `role`, `guest`, `slow`, `stuck`, `empty`, `typing`,
 * `blocked`, `chatter` (ms) and `refuse` (a sentence) its state. `then` are screens that follow each other every
 * `after` ms, as at a table; a new address without loading the page (`history.pushState`, then `popstate`) shows another state at once.
 */
import { batch, signal } from '@preact/signals';
import { render } from 'preact';
import { useMemo } from 'preact/hooks';
import { REACTIONS } from '../shared/core/reactions.ts';
import { err, ok } from '../shared/core/result.ts';
import { GAMES } from '../shared/games/index.ts';
import { ChatScreen } from './dom/chat/ChatScreen.tsx';
import { Dialogs, openDialog } from './dom/dialogs/open.tsx';
import { Landing } from './dom/landing/Landing.tsx';
import { TableScreen } from './dom/table/TableScreen.tsx';
import { Tv } from './dom/tv/ConnectedTv.tsx';
import { GamesContext } from './dom/ui/games.ts';
import type { ClientGame } from './games/game.ts';
import * as games from './games/index.ts';
import type { Samples } from './games/samples.ts';
import type {
  Api,
  Me,
  PublicTable,
  SeenReaction,
  TableConnection,
  TableConnectionState,
} from './net/types.ts';
import { fakeChat } from './store/chat/fake-chat.ts';
import { ME, PEOPLE, type Scenario } from './store/chat/fixtures.ts';
import { startChat } from './store/chat/session.ts';
import type { View } from './store/faces.ts';
import { me } from './store/me.ts';
import { applyPreferences, preferences, setPreferences } from './store/preferences.ts';
import { route } from './store/route.ts';
import { sittingAt } from './store/sitting.ts';
import './dom/effects/keep-focus.ts';
import './dom/ui/input-method.ts';

let query = new URLSearchParams(location.search);
let screen = query.get('screen') ?? 'landing';
const address = signal(location.search);

const TABLES: PublicTable[] = [
  {
    code: 'MOKA',
    name: 'Friday colors',
    phase: 'waiting',
    seats: 4,
    bots: 0,
    maxSeats: 10,
    game: 'color-clues',
    progress: null,
    people: 4,
    mode: 'party',
    language: 'de',
    watchers: 0,
    isFree: true,
  },
  {
    code: 'BILU',
    name: 'Warm-up table',
    phase: 'playing',
    seats: 3,
    bots: 1,
    maxSeats: 10,
    game: 'color-clues',
    progress: { unit: 'round', now: 2, of: 6 },
    people: 4,
    mode: 'classic',
    language: 'en',
    watchers: 1,
    isFree: true,
  },
  {
    code: 'TEGA',
    name: 'A table with a rather long name',
    phase: 'over',
    seats: 5,
    bots: 0,
    maxSeats: 10,
    game: 'color-clues',
    progress: { unit: 'round', now: 10, of: 10 },
    people: 5,
    mode: 'classic',
    language: 'en',
    watchers: 12,
    isFree: false,
  },
  {
    code: 'LUNA',
    name: 'Table LUNA',
    phase: 'waiting',
    seats: 1,
    bots: 0,
    maxSeats: 2,
    game: 'color-clues',
    progress: null,
    people: 1,
    mode: 'classic',
    language: 'ja',
    watchers: 0,
    isFree: true,
  },
];

const BEN: Me = {
  id: screen === 'chat' ? ME : 'p2',
  name: query.get('names') === 'long' ? 'Bartholomew Winston' : 'Ben',
  marker: 1,
  isNamed: !query.has('guest'),
  hasAccount: false,
};

const api: Api = {
  keepsCookies: signal(true),
  found: signal(null),
  session: async () => BEN,
  rename: async (patch) =>
    patch.name === 'admin'
      ? err({ code: 'name_refused', message: 'That name is not available. Try another.' })
      : ok({ ...BEN, ...patch }),
  createTable: async () => ok({ code: 'MOKA' }),
  wantSeat: () => {},
  playNow: async () => err({ code: 'offline', message: 'The network is gone. Try again in a moment.' }),
  myTables: async () =>
    query.has('mine')
      ? [
          {
            code: 'BILU',
            name: 'Warm-up table',
            phase: 'playing',
            game: 'color-clues',
            progress: { unit: 'round', now: 2, of: 6 },
          },
        ]
      : [],
  liveTables(onList) {
    onList(query.has('empty') ? { tables: [], people: 0 } : { tables: TABLES, people: 12 });
    return () => {};
  },
};

const gameName = query.get('game') ?? GAMES[0].name;
const [game, { samples }]: [ClientGame, { samples: Samples }] = await Promise.all([
  games.loadGame(gameName),
  import(`./games/${gameName}/samples.ts`),
]);

function madeUp(name: string) {
  return samples.sample(name, {
    players: Number(query.get('players') ?? Math.min(5, game.about.maxSeats)),
    names: (query.get('names') ?? 'usual') as 'usual',
    now: Date.now(),
    timers: !query.has('notimers'),
    isLong: query.has('long'),
  });
}

/** As a host may leave it: `held`, `locked`, with a `password`, with somebody sent away (`removed`). */
function asHosted(view: View): View {
  return {
    ...view,
    pausedSince: query.has('held') ? Date.now() : null,
    isLocked: query.has('locked'),
    hasPassword: query.has('password'),
    removed: query.has('removed') ? view.seats.slice(-1).map(({ person }) => person) : [],
  };
}

function connection(): TableConnection<ClientGame> {
  const made = madeUp(screen);
  const view = signal(query.has('noview') ? null : asHosted(made.view));
  const mySeat = signal(query.has('tv') ? null : made.me);
  const reaction = signal<SeenReaction | null>(null);
  // As if everybody reacted, again and again: the picture of it is made at any moment.
  if (query.has('react'))
    setInterval(() => {
      made.view.seats.forEach(({ id }, index) => {
        reaction.value = { seat: id, emoji: REACTIONS[index % REACTIONS.length]! };
      });
    }, 1_000);
  const after = Number(query.get('after') ?? 1_500);
  for (const [index, then] of (query.get('then')?.split(',') ?? []).entries()) {
    setTimeout(
      () => {
        const next = madeUp(then);
        batch(() => {
          view.value = next.view;
          mySeat.value = next.me;
        });
      },
      after * (index + 1),
    );
  }
  return {
    game: signal(game),
    view,
    connection: signal((query.get('state') ?? 'live') as TableConnectionState),
    mySeat,
    talk: signal(null),
    reaction,
    react: async (emoji) => {
      if (made.me !== null) reaction.value = { seat: made.me, emoji };
      return ok(undefined);
    },
    serverNow: () => (query.has('frozen') ? frozen : Date.now()),
    submit: async () =>
      query.has('refuse')
        ? err({ code: 'color_name', message: '“greenish” is a color name. Try a thing that has that color.' })
        : ok(undefined),
    rejoin() {},
    close() {},
  };
}
const frozen = Date.now();

const scenario: Scenario = {
  now: Date.now(),
  connection: (query.get('state') ?? 'live') as 'live',
  standing: (query.get('standing') ?? undefined) as 'active' | undefined,
  role: (query.get('role') ?? 'member') as 'member',
  isNamed: !query.has('guest'),
  slowModeSeconds: Number(query.get('slow') ?? 0),
  pacedMs: query.has('paced') ? Number(query.get('paced')) : undefined,
  isStuck: query.has('stuck'),
  isEmpty: query.has('empty'),
  typing: query.get('typing')?.split(',') ?? [],
  blocked: PEOPLE.filter(({ name }) => query.get('blocked')?.split(',').includes(name)).map(({ id }) => id),
  refuse: query.get('refuse') ?? undefined,
  chatterMs: Number(query.get('chatter') ?? 0),
  unread: Number(query.get('unread') ?? 2),
  delayMs: Number(query.get('delay') ?? 60),
};
const fake = fakeChat(scenario);
const chat = startChat(fake.api, fake.answer);
if (screen === 'chat') route.value = { page: 'chat', conversation: query.get('c') };

function Gallery() {
  const page = route.value;
  const key = address.value;
  if (page.page === 'chat') return <ChatScreen api={api} chat={chat} conversation={page.conversation} />;
  if (screen === 'landing' || screen === 'how' || screen === 'settings') return <Landing api={api} />;
  return <AtTable key={key} />;
}

function AtTable() {
  const sitting = useMemo(() => sittingAt(query.get('code') ?? 'MOKA', connection()), []);
  useMemo(() => samples.prepare?.(sitting, query), [sitting]);
  return query.has('tv') ? <Tv sitting={sitting} api={api} /> : <TableScreen sitting={sitting} api={api} />;
}

addEventListener('popstate', () => {
  query = new URLSearchParams(location.search);
  screen = query.get('screen') ?? 'landing';
  address.value = location.search;
});

applyPreferences();
preferences.value = { ...preferences.value, game: gameName };
if (query.has('dark')) setPreferences({ theme: 'dark' });
me.value = BEN;
const root = document.getElementById('app');
if (root)
  render(
    <GamesContext.Provider value={games}>
      <Gallery />
      <Dialogs />
    </GamesContext.Provider>,
    root,
  );
if (screen === 'how' || screen === 'settings') openDialog(screen);
