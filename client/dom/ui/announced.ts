import { withMessages } from '../../i18n/messages.ts';
import { announced } from '../../net/announced.ts';
import { api } from '../../net/api.ts';
import { me, signedOut } from '../../store/me.ts';

// Imported by what connects a page to a room: every page is connected to one, and none is heavier by this before.
announced.subscribe(async (message) => {
  if (message) (await withMessages(import('./Notice.tsx'))).showNotice(message);
});

// A room whose socket was closed asks anew who this browser is: perhaps it was logged out elsewhere.
api.found.subscribe((now) => {
  const before = me.peek();
  if (!now || !before || before.id === now.id) return;
  if (before.hasAccount) signedOut.value = before;
  me.value = now;
});
