import type { MetMessages } from './en.ts';

export const messages: MetMessages = {
  title: 'An Tischen getroffen',
  remember: 'Mitspieler merken',
  rememberHelp: 'Wer es auch möchte, findet dich hier nach einem Spiel, und du sie.',
  nobodyYet: 'Noch niemand: Es beginnt mit dem nächsten Spiel, das du zu Ende spielst.',
  lastPlayed: (days) =>
    days < 1 ? 'heute gespielt' : days === 1 ? 'gestern gespielt' : `vor ${days} Tagen gespielt`,
  isAt: (table) => `jetzt an ${table}`,
  join: 'Mitspielen',
  joinThem: (name) => `Bei ${name} mitspielen`,
  write: 'Schreiben',
  writeTo: (name) => `${name} schreiben`,
  forget: 'Vergessen',
  forgetThem: (name) => `${name} vergessen`,
  more: (count) => `${count} weitere zeigen`,
};
