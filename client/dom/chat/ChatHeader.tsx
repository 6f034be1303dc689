import { useState } from 'preact/hooks';
import { chatMessages as t } from '../../i18n/chat/index.ts';
import { me } from '../../store/me.ts';
import { chosenGame, chosenMode } from '../../store/preferences.ts';
import { go } from '../../store/route.ts';
import { Logo } from '../ui/Logo.tsx';
import { ChatButton } from './ChatButton.tsx';
import { useChat } from './context.ts';
import { PersonMarker } from './PersonMarker.tsx';
import { NameDialog } from './parts.ts';

/** The bar on top: home, a game, and who one is. */
export function ChatHeader() {
  const { api } = useChat();
  const [isNaming, setNaming] = useState(false);
  const [isFinding, setFinding] = useState(false);
  const person = me.value;
  const play = async () => {
    if (isFinding) return;
    setFinding(true);
    const about = chosenGame();
    const game = about.name;
    const found = await api.playNow(game, chosenMode(about));
    setFinding(false);
    if (found.ok) go({ page: 'table', game, code: found.value.code });
  };
  return (
    <header class="top chat-top">
      <Logo />
      <span class="grow" />
      <ChatButton />
      <button type="button" class="button primary" aria-disabled={isFinding} onClick={play}>
        {isFinding ? t.findingTable : t.playNow}
      </button>
      {person && (
        <button type="button" class="button" onClick={() => setNaming(true)}>
          <PersonMarker person={{ ...person, isGone: false }} size={22} />
          <span class="clip" translate={false}>
            {person.name}
          </span>
          <span class="unseen">{t.changeNameAndMarker}</span>
        </button>
      )}
      {isNaming && <NameDialog onClose={() => setNaming(false)} />}
    </header>
  );
}
