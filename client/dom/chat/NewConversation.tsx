import { useState } from 'preact/hooks';
import { go } from '../../store/route.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Refused } from '../ui/Refused.tsx';
import { Segments } from '../ui/Segments.tsx';
import { LobbyForm } from './CreateLobby.tsx';
import { useChat } from './context.ts';
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
  const [refusal, setRefusal] = useState('');
  const [isBusy, setBusy] = useState(false);
  const create = async () => {
    if (isBusy) return;
    if (people.size === 0) return setRefusal('Choose at least one person.');
    setBusy(true);
    const made = await api.createGroup({ title: title.trim(), people: [...people] });
    setBusy(false);
    if (!made.ok) return setRefusal(made.error.message);
    onDone();
    go({ page: 'chat', conversation: made.value.conversation });
  };
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <label class="small soft" for="group-title">
        Title
      </label>
      <input
        id="group-title"
        class="field"
        required
        maxLength={60}
        value={title}
        onInput={(event) => setTitle(event.currentTarget.value)}
      />
      <PeoplePicker chosen={people} onChange={setPeople} />
      <Refused>{refusal}</Refused>
      <button type="submit" class="button primary">
        {isBusy ? 'Creating…' : 'Create'}
      </button>
    </form>
  );
}
