import { About } from './About.tsx';
import { useTalk } from './context.ts';
import { focusComposer } from './focus.ts';
import { MessageDialog } from './MessageDialog.tsx';
import { PersonDialog } from './PersonDialog.tsx';
import { Report } from './Report.tsx';
import { TalkSettings } from './TalkSettings.tsx';

/** The dialog that is open over a conversation. */
export function Over() {
  const talk = useTalk();
  const open = talk.open.value;
  const close = () => {
    talk.refusal.value = null;
    if (talk.open.peek() === open) talk.open.value = null;
    // The dialog gives the focus back to what opened it; that may be gone by now.
    setTimeout(() => {
      if (document.activeElement === document.body) focusComposer();
    }, 50);
  };
  switch (open?.type) {
    case 'about':
      return <About onClose={close} />;
    case 'settings':
      return <TalkSettings onClose={close} />;
    case 'person':
      return <PersonDialog key={open.id} id={open.id} onClose={close} />;
    case 'message':
      return <MessageDialog key={open.seq} seq={open.seq} onClose={close} />;
    case 'report':
      return <Report seq={open.seq} onClose={close} />;
    default:
      return null;
  }
}
