import { render } from 'preact';
import { App } from './dom/App.tsx';
import './dom/effects/modality.ts';
import './dom/ui/input-method.ts';
import { loadAlone, loadGame, pictureOf } from './games/index.ts';
import { pageLanguage } from './i18n/language.ts';
import { withMessages } from './i18n/messages.ts';
import { findSharedOrigin } from './net/address.ts';
import { api, beginAt } from './net/api.ts';
import { register } from './offline/register.ts';
import { loadMe } from './store/me.ts';
import { applyPreferences } from './store/preferences.ts';
import { route, startRouter } from './store/route.ts';

applyPreferences();
startRouter();
const at = route.peek();
if (at.page === 'table') beginAt(at.code);
void loadMe(api);
void findSharedOrigin();
addEventListener('load', () => {
  void import('./dom/effects/everywhere.ts').catch(() => {});
  if (import.meta.env.PROD) void register(pageLanguage);
});

document.documentElement.lang = pageLanguage;
const root = document.getElementById('app');
if (root)
  void withMessages(root).then(() =>
    render(<App api={api} games={{ loadAlone, loadGame, pictureOf }} />, root),
  );
