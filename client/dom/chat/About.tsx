import { useState } from 'preact/hooks';
import { chatMessages as t } from '../../i18n/chat/index.ts';
import { sharedOrigin } from '../../net/address.ts';
import { mayConfigure } from '../../store/chat/who-may.ts';
import { peerOf, titleOf } from '../../store/chat/words.ts';
import { go, pathOf } from '../../store/route.ts';
import { copyText } from '../ui/copy.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Refused } from '../ui/Refused.tsx';
import { Switch } from '../ui/Switch.tsx';
import { useChat, useInfo } from './context.ts';
import { InvitePeople } from './InvitePeople.tsx';
import { SureButton } from './SureButton.tsx';

/** What concerns a conversation as a whole: quiet, its link, its settings, coming and going. */
export function About({ onClose }: { onClose: () => void }) {
  const { talk, info } = useInfo();
  const { api, inbox } = useChat().chat;
  const row = inbox.rows.value.find((each) => each.conversation === talk.conversation);
  const [refusal, setRefusal] = useState('');
  const [isCopied, setCopied] = useState(false);
  const [isInviting, setInviting] = useState(false);
  const peer = peerOf(info);
  const isInside = info.me.standing === 'active';
  const link = sharedOrigin() + pathOf({ page: 'chat', conversation: talk.conversation });
  const mute = async (isMuted: boolean) => {
    const result = await api.muteConversation(talk.conversation, isMuted);
    setRefusal(result.ok ? '' : result.error.message);
  };
  const ask = async (wish: { type: 'join' } | { type: 'leave' }) => {
    const result = await talk.link.ask(wish);
    if (!result.ok) return setRefusal(result.error.message);
    onClose();
    if (wish.type === 'leave') go({ page: 'chat', conversation: null });
  };
  return (
    <Dialog title={titleOf(info, row?.title)} onClose={onClose}>
      {info.settings.topic !== '' && <p class="soft">{info.settings.topic}</p>}
      {row && (
        <Switch
          label={t.quiet}
          help={t.quietHelp}
          isOn={row.isMuted}
          onChange={(isMuted) => void mute(isMuted)}
        />
      )}
      {isInviting && <InvitePeople onDone={() => setInviting(false)} />}
      <div class="ways">
        {info.kind === 'public' && (
          <button
            type="button"
            class="button"
            onClick={async () => setCopied((await copyText(link)) || isCopied)}
          >
            {isCopied ? t.copied : t.copyLink}
          </button>
        )}
        {info.kind === 'group' && info.me.role === 'owner' && !isInviting && (
          <button type="button" class="button" onClick={() => setInviting(true)}>
            {t.invitePeople}
          </button>
        )}
        {mayConfigure(info) && (
          <button
            type="button"
            class="button"
            onClick={() => {
              talk.open.value = { type: 'settings' };
            }}
          >
            {t.settings}
          </button>
        )}
        {peer && (
          <button
            type="button"
            class="button"
            onClick={() => {
              talk.open.value = { type: 'person', id: peer.id };
            }}
          >
            {t.aboutPerson(peer.name)}
          </button>
        )}
        {info.kind === 'public' && !isInside && info.me.isNamed && (
          <button type="button" class="button primary" onClick={() => ask({ type: 'join' })}>
            {t.joinLobby}
          </button>
        )}
        {info.kind !== 'table' && isInside && (
          <SureButton label={t.leave} sure={t.yesLeave} onSure={() => ask({ type: 'leave' })} />
        )}
      </div>
      <Refused>{refusal}</Refused>
    </Dialog>
  );
}
