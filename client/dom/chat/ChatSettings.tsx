import { useState } from 'preact/hooks';
import type { WhoMayWrite } from '../../../shared/protocol/chat-wire.ts';
import { setNotices, wantsNotices } from '../../store/chat/notices.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Refused } from '../ui/Refused.tsx';
import { Segments } from '../ui/Segments.tsx';
import { Switch } from '../ui/Switch.tsx';
import { useChat } from './context.ts';
import { KeptAway } from './KeptAway.tsx';

const WHO = [
  { value: 'everybody', label: 'Everybody', help: 'Strangers ask first' },
  { value: 'met', label: 'People I met', help: 'At a table, in a group or in private' },
  { value: 'nobody', label: 'Nobody', help: 'Only talks that are open already' },
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
    setRefusal(isDone ? '' : 'Your browser does not allow notices from this page.');
  };
  return (
    <Dialog title="Chat settings" onClose={onClose}>
      <Segments
        label="Who may write to me"
        choices={WHO}
        value={inbox.whoMayWrite.value}
        onChange={(who) => void setWho(who)}
      />
      <Switch
        label="Notices"
        help="For mentions and private messages, while you look elsewhere"
        isOn={wantsNotices.value}
        onChange={(isOn) => void notify(isOn)}
      />
      <KeptAway
        title="Blocked"
        label="Unblock"
        load={api.blockedPeople}
        letBack={(id) => api.block(id, false)}
      />
      <Refused>{refusal}</Refused>
    </Dialog>
  );
}
