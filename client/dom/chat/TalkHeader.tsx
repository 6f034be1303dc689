import BellOff from 'lucide/dist/esm/icons/bell-off.mjs';
import EllipsisVertical from 'lucide/dist/esm/icons/ellipsis-vertical.mjs';
import Users from 'lucide/dist/esm/icons/users.mjs';
import { chatMessages as t } from '../../i18n/chat/index.ts';
import { aboutWords, peerOf, titleOf } from '../../store/chat/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { BackButton } from './BackButton.tsx';
import { useChat, useInfo } from './context.ts';
import { PersonMarker } from './PersonMarker.tsx';

/** Where one is: title, topic, who is here; on a phone the way back. */
export function TalkHeader() {
  const { talk, info } = useInfo();
  const { inbox } = useChat().chat;
  const row = inbox.rows.value.find((each) => each.conversation === talk.conversation);
  const peer = peerOf(info);
  return (
    <header class="talk-head">
      <BackButton />
      {peer && <PersonMarker person={peer} size={34} />}
      <div class="grow">
        <h1 class="clip" translate={false}>
          {titleOf(info, row?.title)}
          {row?.isMuted && (
            <span class="talk-quiet">
              <Icon node={BellOff} size={15} />
              <span class="unseen">{t.isQuiet}</span>
            </span>
          )}
        </h1>
        <p class="small soft clip">{aboutWords(info, inbox.online.value)}</p>
      </div>
      <div class="talk-ways">
        {info.kind !== 'direct' && (
          <button
            type="button"
            class="button icon"
            aria-label={t.people}
            aria-expanded={talk.hasMembers.value}
            onClick={() => {
              talk.hasMembers.value = !talk.hasMembers.value;
            }}
          >
            <Icon node={Users} />
          </button>
        )}
        <button
          type="button"
          class="button icon"
          aria-label={t.aboutConversation}
          onClick={() => {
            talk.open.value = { type: 'about' };
          }}
        >
          <Icon node={EllipsisVertical} />
        </button>
      </div>
    </header>
  );
}
