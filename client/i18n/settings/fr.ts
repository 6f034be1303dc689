import type { messages as english } from './en.ts';

export const messages: typeof english = {
  title: 'Réglages',
  language: 'Langue',
  asBrowser: 'Comme le navigateur',
  theme: 'Thème',
  themes: { system: 'Système', light: 'Clair', dark: 'Sombre' },
  sound: 'Son',
  vibration: 'Vibration',
  vibrationHelp: 'À ton tour, et pour tes points',
  reactions: 'Réactions',
  reactionsHelp: 'Ce que les gens de la table montrent un instant',
  lessMotion: 'Moins de mouvement',
  lessMotionHelp: 'Des fondus à la place',

  howToPlay: (game) => `Les règles de ${game}`,
};
