import { withMessages } from '../../i18n/messages.ts';
import { announced } from '../../net/announced.ts';

// Imported by what connects a page to a room: every page is connected to one, and none is heavier by this before.
announced.subscribe(async (message) => {
  if (message) (await withMessages(import('./Notice.tsx'))).showNotice(message);
});
