import { useState } from 'preact/hooks';
import { chatMessages as t } from '../../i18n/chat/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Segments } from '../ui/Segments.tsx';
import { CreateForm } from './CreateForm.tsx';
import { LobbyForm } from './CreateLobby.tsx';
import { useChat } from './context.ts';
import { TitleField } from './Form.tsx';
import { PeoplePicker } from './PeoplePicker.tsx';

const kinds = () =>
  [
    { value: 'group', label: t.group, help: t.groupHelp },
    { value: 'lobby', label: t.lobby, help: t.lobbyHelp },
  ] as const;

/** Begins a group or a lobby. */
export function NewConversation({ onClose }: { onClose: () => void }) {
  const [kind, setKind] = useState<'group' | 'lobby'>('group');
  return (
    <Dialog title={t.newConversation} onClose={onClose}>
      <Segments label={t.whatKind} choices={kinds()} value={kind} onChange={setKind} />
      {kind === 'group' ? <GroupForm onDone={onClose} /> : <LobbyForm name="" onDone={onClose} />}
    </Dialog>
  );
}

function GroupForm({ onDone }: { onDone: () => void }) {
  const { api } = useChat().chat;
  const [title, setTitle] = useState('');
  const [people, setPeople] = useState<ReadonlySet<string>>(new Set());
  return (
    <CreateForm
      missing={people.size === 0 ? t.chooseSomebody : ''}
      create={() => api.createGroup({ title: title.trim(), people: [...people] })}
      onDone={onDone}
    >
      <TitleField id="group-title" value={title} onChange={setTitle} />
      <PeoplePicker chosen={people} onChange={setPeople} />
    </CreateForm>
  );
}
