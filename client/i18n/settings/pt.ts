import type { messages as english } from './en.ts';

export const messages: typeof english = {
  title: 'Ajustes',
  language: 'Idioma',
  asBrowser: 'Como o navegador',
  theme: 'Tema',
  themes: { system: 'Sistema', light: 'Claro', dark: 'Escuro' },
  sound: 'Som',
  vibration: 'Vibração',
  vibrationHelp: 'Na sua vez e com os seus pontos',
  reactions: 'Reações',
  reactionsHelp: 'O que as pessoas da mesa mostram por um momento',
  lessMotion: 'Menos movimento',
  lessMotionHelp: 'Transições suaves em vez de movimento',

  howToPlay: (game) => `Como se joga ${game}`,
};
