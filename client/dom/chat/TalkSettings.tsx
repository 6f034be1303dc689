import { useState } from 'preact/hooks';
import { LANGUAGES } from '../../../shared/core/languages.ts';
import { chatMessages as t } from '../../i18n/chat/index.ts';
import { SLOW_MODES } from '../../store/chat/lobbies.ts';
import { languageName } from '../../store/languages.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Switch } from '../ui/Switch.tsx';
import { useInfo } from './context.ts';
import { Form, TitleField } from './Form.tsx';

/** How a lobby or a group is set up; for its owner. */
export function TalkSettings({ onClose }: { onClose: () => void }) {
  const { talk, info } = useInfo();
  const [settings, setSettings] = useState(info.settings);
  const set = (patch: Partial<typeof settings>) => setSettings({ ...settings, ...patch });
  const isPublic = info.kind === 'public';
  const save = async () => {
    const title = settings.title.trim();
    const isDone = await talk.ask({ type: 'configure', settings: { ...settings, title } }, 'dialog');
    const refusal = talk.refusal.peek()?.message ?? '';
    if (isDone || refusal === '') onClose();
    return refusal;
  };
  return (
    <Dialog title={t.settings} onClose={onClose}>
      <Form act={[t.save, t.saving]} send={save}>
        <TitleField id="set-title" value={settings.title} onChange={(title) => set({ title })} />
        <label class="small soft" for="set-topic">
          {t.topic}
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
          {t.slowMode}
        </label>
        <select
          id="set-slow"
          class="field"
          value={String(settings.slowModeSeconds)}
          onChange={(event) => set({ slowModeSeconds: Number(event.currentTarget.value) })}
        >
          {SLOW_MODES.map((seconds) => (
            <option key={seconds} value={String(seconds)}>
              {t.slowModeOf(seconds)}
            </option>
          ))}
        </select>
        <Switch
          label={t.wordFilter}
          help={t.wordFilterHelp}
          isOn={settings.hasWordFilter}
          onChange={(hasWordFilter) => set({ hasWordFilter })}
        />
      </Form>
    </Dialog>
  );
}

/** The language of a lobby. */
export function LanguageField({ value, onChange }: { value: string; onChange: (code: string) => void }) {
  return (
    <>
      <label class="small soft" for="set-language">
        {t.language}
      </label>
      <select
        id="set-language"
        class="field"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="">{t.anyLanguage}</option>
        {LANGUAGES.map((code) => (
          <option key={code} value={code}>
            {languageName(code)}
          </option>
        ))}
      </select>
    </>
  );
}
