import { useState } from 'preact/hooks';
import { Dialog } from '../ui/Dialog.tsx';
import { Segments } from '../ui/Segments.tsx';
import { CreateForm } from './CreateForm.tsx';
import { LobbyForm } from './CreateLobby.tsx';
import { useChat } from './context.ts';
import { TitleField } from './Form.tsx';
import { PeoplePicker } from './PeoplePicker.tsx';

const KINDS = [
  { value: 'group', label: 'Group', help: 'Up to ten people, by invitation' },
  { value: 'lobby', label: 'Lobby', help: 'For everybody who likes to come' },
] as const;

/** Begins a group or a lobby. */
export function NewConversation({ onClose }: { onClose: () => void }) {
  const [kind, setKind] = useState<'group' | 'lobby'>('group');
  return (
    <Dialog title="New conversation" onClose={onClose}>
      <Segments label="What kind?" choices={KINDS} value={kind} onChange={setKind} />
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
      missing={people.size === 0 ? 'Choose at least one person.' : ''}
      create={() => api.createGroup({ title: title.trim(), people: [...people] })}
      onDone={onDone}
    >
      <TitleField id="group-title" value={title} onChange={setTitle} />
      <PeoplePicker chosen={people} onChange={setPeople} />
    </CreateForm>
  );
}
