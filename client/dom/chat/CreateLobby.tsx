import { useState } from 'preact/hooks';
import { nameFor } from '../../store/chat/lobbies.ts';
import { go } from '../../store/route.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Refused } from '../ui/Refused.tsx';
import { useChat } from './context.ts';
import { LanguageField } from './TalkSettings.tsx';

/** Opens a new public lobby; `name` is what was looked for and not found. */
export function CreateLobby({ name = '', onClose }: { name?: string; onClose: () => void }) {
  return (
    <Dialog title="Create a lobby" onClose={onClose}>
      <LobbyForm name={name} onDone={onClose} />
    </Dialog>
  );
}

export function LobbyForm({ name: sought, onDone }: { name: string; onDone: () => void }) {
  const { api } = useChat().chat;
  const [title, setTitle] = useState(sought.trim());
  const [topic, setTopic] = useState('');
  const [language, setLanguage] = useState('');
  const [refusal, setRefusal] = useState('');
  const [isBusy, setBusy] = useState(false);
  const name = nameFor(title);
  const create = async () => {
    if (isBusy) return;
    if (name === '') return setRefusal('The title needs at least three Latin letters or digits.');
    setBusy(true);
    const made = await api.createLobby({ name, title: title.trim(), topic: topic.trim(), language });
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
      <label class="small soft" for="lobby-title">
        Title
      </label>
      <input
        id="lobby-title"
        class="field"
        required
        maxLength={60}
        value={title}
        aria-describedby="lobby-address"
        onInput={(event) => setTitle(event.currentTarget.value)}
      />
      <p id="lobby-address" class="small soft">
        {name === '' ? 'Everybody can find it and come in.' : `Everybody finds it at /chat/${name}`}
      </p>
      <label class="small soft" for="lobby-topic">
        Topic
      </label>
      <input
        id="lobby-topic"
        class="field"
        maxLength={200}
        value={topic}
        onInput={(event) => setTopic(event.currentTarget.value)}
      />
      <LanguageField value={language} onChange={setLanguage} />
      <Refused>{refusal}</Refused>
      <button type="submit" class="button primary">
        {isBusy ? 'Creating…' : 'Create'}
      </button>
    </form>
  );
}
