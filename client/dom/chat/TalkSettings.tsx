import { useState } from 'preact/hooks';
import { LANGUAGES, languageName, SLOW_MODES } from '../../store/chat/lobbies.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Refused } from '../ui/Refused.tsx';
import { Switch } from '../ui/Switch.tsx';
import { useInfo } from './context.ts';

/** How a lobby or a group is set up; for its owner. */
export function TalkSettings({ onClose }: { onClose: () => void }) {
  const { talk, info } = useInfo();
  const [settings, setSettings] = useState(info.settings);
  const [isSaving, setSaving] = useState(false);
  const refusal = talk.refusal.value?.place === 'dialog' ? talk.refusal.value.message : null;
  const set = (patch: Partial<typeof settings>) => setSettings({ ...settings, ...patch });
  const isPublic = info.kind === 'public';
  const save = async () => {
    if (isSaving) return;
    setSaving(true);
    const title = settings.title.trim();
    const isDone = await talk.ask({ type: 'configure', settings: { ...settings, title } }, 'dialog');
    setSaving(false);
    if (isDone || talk.refusal.peek() === null) onClose();
  };
  return (
    <Dialog title="Settings" onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <label class="small soft" for="set-title">
          Title
        </label>
        <input
          id="set-title"
          class="field"
          required
          maxLength={60}
          value={settings.title}
          onInput={(event) => set({ title: event.currentTarget.value })}
        />
        <label class="small soft" for="set-topic">
          Topic
        </label>
        <input
          id="set-topic"
          class="field"
          maxLength={200}
          value={settings.topic}
          onInput={(event) => set({ topic: event.currentTarget.value })}
        />
        {isPublic && <LanguageField value={settings.language} onChange={(language) => set({ language })} />}
        <label class="small soft" for="set-slow">
          Slow mode
        </label>
        <select
          id="set-slow"
          class="field"
          value={String(settings.slowModeSeconds)}
          onChange={(event) => set({ slowModeSeconds: Number(event.currentTarget.value) })}
        >
          {SLOW_MODES.map(({ seconds, label }) => (
            <option key={seconds} value={String(seconds)}>
              {label}
            </option>
          ))}
        </select>
        <Switch
          label="Word filter"
          help="Rude words are refused"
          isOn={settings.hasWordFilter}
          onChange={(hasWordFilter) => set({ hasWordFilter })}
        />
        <Refused>{refusal}</Refused>
        <button type="submit" class="button primary">
          {isSaving ? 'Saving…' : 'Save'}
        </button>
      </form>
    </Dialog>
  );
}

/** The language of a lobby. */
export function LanguageField({ value, onChange }: { value: string; onChange: (code: string) => void }) {
  return (
    <>
      <label class="small soft" for="set-language">
        Language
      </label>
      <select
        id="set-language"
        class="field"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="">Any language</option>
        {LANGUAGES.map((code) => (
          <option key={code} value={code}>
            {languageName(code)}
          </option>
        ))}
      </select>
    </>
  );
}
