import type { messages as english } from './en.ts';

export const messages: typeof english = {
  title: 'Ajustes',
  language: 'Idioma',
  asBrowser: 'Como el navegador',
  theme: 'Tema',
  themes: { system: 'Sistema', light: 'Claro', dark: 'Oscuro' },
  sound: 'Sonido',
  vibration: 'Vibración',
  vibrationHelp: 'En tu turno y con tus puntos',
  reactions: 'Reacciones',
  reactionsHelp: 'Lo que la gente de la mesa muestra un momento',
  lessMotion: 'Menos movimiento',
  lessMotionHelp: 'Fundidos en vez de movimiento',

  howToPlay: (game) => `Cómo se juega a ${game}`,
};
