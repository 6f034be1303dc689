import { chatMessages as t } from '../../i18n/chat/index.ts';
import { me } from '../../store/me.ts';
import { IdentityForm } from '../landing/IdentityForm.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useChat } from './context.ts';

/** Name and marker, from within chat. */
export function NameDialog({ onClose }: { onClose: () => void }) {
  const { api } = useChat();
  const person = me.value;
  if (!person) return null;
  return (
    <Dialog title={t.you} onClose={onClose}>
      <IdentityForm api={api} name={person.name} marker={person.marker} onDone={onClose} />
    </Dialog>
  );
}
