import type { messages as english } from './en.ts';

export const messages: typeof english = {
  title: 'Einstellungen',
  language: 'Sprache',
  asBrowser: 'Wie der Browser',
  theme: 'Aussehen',
  themes: { system: 'System', light: 'Hell', dark: 'Dunkel' },
  sound: 'Töne',
  vibration: 'Vibration',
  vibrationHelp: 'Wenn du dran bist, und bei deinen Punkten',
  reactions: 'Reaktionen',
  reactionsHelp: 'Was andere am Tisch kurz zeigen',
  lessMotion: 'Weniger Bewegung',
  lessMotionHelp: 'Überblenden statt bewegen',

  howToPlay: (game) => `So geht ${game}`,
};
