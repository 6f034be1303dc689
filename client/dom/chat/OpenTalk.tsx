import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { chatMessages as t } from '../../i18n/chat/index.ts';
import { readOnlyOf } from '../../store/chat/read-only.ts';
import { type Talk, talkOver } from '../../store/chat/talk.ts';
import { bannerWords, type ChatState, titleOf } from '../../store/chat/words.ts';
import { lazyPart } from '../ui/lazy.tsx';
import { BackButton } from './BackButton.tsx';
import { Banner } from './Banner.tsx';
import { Composer } from './Composer.tsx';
import { TalkContext, useChat, useInfo, useTalk } from './context.ts';
import { Log } from './Log.tsx';
import { PersonMarker } from './PersonMarker.tsx';
import { Pinned } from './Pinned.tsx';
import { Asked, Members, Over } from './parts.ts';
import { ReadOnlyBar } from './ReadOnlyBar.tsx';
import { TalkHeader } from './TalkHeader.tsx';
import { TypingLine } from './TypingLine.tsx';
import { useNow } from './useNow.ts';

/** A conversation, or the request that has to be answered before. */
export function OpenTalk({ conversation }: { conversation: string }) {
  const { inbox } = useChat().chat;
  const row = inbox.rows.value.find((each) => each.conversation === conversation);
  // Whether a private conversation may be opened is known when the inbox is there.
  const isWaiting = !row && inbox.connection.value === 'connecting';
  if (isWaiting && /^(?:direct|group)-/.test(conversation)) return <Opening />;
  if (row?.standing !== 'asked') return <ConnectedTalk conversation={conversation} />;
  return (
    <main class="talk" aria-label={row.title}>
      <header class="talk-head">
        <BackButton />
        {row.kind === 'direct' && (
          <PersonMarker person={{ name: row.title, marker: row.marker, isGone: false }} size={34} />
        )}
        <h1 class="clip" translate={false}>
          {row.title}
        </h1>
      </header>
      <div class="log-frame" />
      <footer class="composer read-only">
        <Asked
          title={row.title}
          conversation={conversation}
          isPerson={row.kind === 'direct'}
          asker={row.kind === 'direct' ? row.title : row.invitedBy}
        />
      </footer>
    </main>
  );
}

/** Connects for as long as it is on the page. */
function ConnectedTalk({ conversation }: { conversation: string }) {
  const { api } = useChat().chat;
  const [talk, setTalk] = useState<Talk | null>(null);
  useEffect(() => {
    const link = api.connect(conversation);
    setTalk(talkOver(conversation, link));
    const tell = () => link.setPresence(document.hidden ? 'away' : 'online');
    tell();
    document.addEventListener('visibilitychange', tell);
    return () => {
      document.removeEventListener('visibilitychange', tell);
      link.close();
    };
  }, [api, conversation]);
  if (!talk) return <main class="talk" aria-busy="true" />;
  return (
    <TalkContext.Provider value={talk}>
      <TalkPane />
    </TalkContext.Provider>
  );
}

/** Why it cannot be shown is there at once; the ways on come with the code for them. */
const NoTalk = lazyPart(
  async () => (await import('./NoTalk.tsx')).NoTalk,
  ({ state }: { state: ChatState }) => <Opening title={bannerWords(state) ?? undefined} />,
);

/** `notFound` to `takenOver`: nothing more comes until the person acts. */
const SHUT: readonly string[] = ['notFound', 'gone', 'kicked', 'banned', 'takenOver', 'full'];

function TalkPane() {
  const talk = useTalk();
  const { link } = talk;
  const info = link.info.value;
  const { rows } = useChat().chat.inbox;
  const state = link.connection.value;
  if (SHUT.includes(state) || info?.me.standing === 'banned')
    return <NoTalk state={info?.me.standing === 'banned' ? 'banned' : state} />;
  if (!info)
    return (
      <Opening>
        <Banner />
      </Opening>
    );
  const open = talk.open.value;
  const hasMembers = talk.hasMembers.value;
  const row = rows.value.find((each) => each.conversation === talk.conversation);
  return (
    <main class="talk" aria-label={titleOf(info, row?.title)}>
      <TalkHeader />
      <div class="talk-middle">
        <div class="talk-messages">
          <Banner />
          <Pinned />
          <Log />
          <TypingLine />
          <Foot />
        </div>
        {hasMembers && <Members />}
      </div>
      {open !== null && open.type !== 'react' && <Over />}
    </main>
  );
}

/** Before anything is known: the way back is there already. */
function Opening({ title = t.opening, children }: { title?: string; children?: ComponentChildren }) {
  return (
    <main class="talk" aria-busy="true">
      <header class="talk-head">
        <BackButton />
        <h1 class="soft">{title}</h1>
      </header>
      {children}
    </main>
  );
}

/** The composer, or why there is none. */
export function Foot() {
  const { talk, info } = useInfo();
  const now = useNow();
  const reason = readOnlyOf(info, talk.link.messages.value, now);
  return reason ? <ReadOnlyBar reason={reason} /> : <Composer />;
}
