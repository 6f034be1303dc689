import { useState } from 'preact/hooks';
import { chatMessages as t } from '../../i18n/chat/index.ts';
import { nameFor } from '../../store/chat/lobby-names.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { CreateForm } from './CreateForm.tsx';
import { useChat } from './context.ts';
import { TitleField } from './Form.tsx';
import { LanguageField } from './TalkSettings.tsx';

/** Opens a new public lobby; `name` is what was looked for and not found. */
export function CreateLobby({ name = '', onClose }: { name?: string; onClose: () => void }) {
  return (
    <Dialog title={t.createLobby} onClose={onClose}>
      <LobbyForm name={name} onDone={onClose} />
    </Dialog>
  );
}

export function LobbyForm({ name: sought, onDone }: { name: string; onDone: () => void }) {
  const { api } = useChat().chat;
  const [title, setTitle] = useState(sought.trim());
  const [topic, setTopic] = useState('');
  const [language, setLanguage] = useState('');
  const name = nameFor(title);
  return (
    <CreateForm
      missing=""
      create={() => api.createLobby({ name, title: title.trim(), topic: topic.trim(), language })}
      onDone={onDone}
    >
      <TitleField id="lobby-title" value={title} onChange={setTitle} describedBy="lobby-address" />
      <p id="lobby-address" class="small soft">
        {name === '' ? t.everybodyFinds : t.everybodyFindsAt(`/chat/${name}`)}
      </p>
      <label class="small soft" for="lobby-topic">
        {t.topic}
      </label>
      <input
        id="lobby-topic"
        class="field"
        maxLength={200}
        value={topic}
        onInput={(event) => setTopic(event.currentTarget.value)}
      />
      <LanguageField value={language} onChange={setLanguage} />
    </CreateForm>
  );
}
