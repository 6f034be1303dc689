import { useState } from 'preact/hooks';
import type { WhoMayWrite } from '../../../shared/protocol/chat-wire.ts';
import { chatMessages as t } from '../../i18n/chat/index.ts';
import { setNotices, wantsNotices } from '../../store/chat/notices.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Refused } from '../ui/Refused.tsx';
import { Segments } from '../ui/Segments.tsx';
import { Switch } from '../ui/Switch.tsx';
import { useChat } from './context.ts';
import { KeptAway } from './KeptAway.tsx';

const whoMayWrite = () =>
  [
    { value: 'everybody', label: t.everybody, help: t.everybodyHelp },
    { value: 'met', label: t.met, help: t.metHelp },
    { value: 'nobody', label: t.nobody, help: t.nobodyHelp },
  ] as const;

/** What a person sets for chat. Every change counts at once. */
export function ChatSettings({ onClose }: { onClose: () => void }) {
  const { api, inbox } = useChat().chat;
  const [refusal, setRefusal] = useState('');
  const setWho = async (who: WhoMayWrite) => {
    const result = await api.setWhoMayWrite(who);
    setRefusal(result.ok ? '' : result.error.message);
  };
  const notify = async (isOn: boolean) => {
    const isDone = await setNotices(isOn);
    setRefusal(isDone ? '' : t.noticesNotAllowed);
  };
  return (
    <Dialog title={t.chatSettings} onClose={onClose}>
      <Segments
        label={t.whoMayWrite}
        choices={whoMayWrite()}
        value={inbox.whoMayWrite.value}
        onChange={(who) => void setWho(who)}
      />
      <Switch
        label={t.notices}
        help={t.noticesHelp}
        isOn={wantsNotices.value}
        onChange={(isOn) => void notify(isOn)}
      />
      <KeptAway
        title={t.blocked}
        label={t.unblock}
        load={api.blockedPeople}
        letBack={(id) => api.block(id, false)}
      />
      <Refused>{refusal}</Refused>
    </Dialog>
  );
}
