import type { messages as english } from './en.ts';

export const messages: typeof english = {
  somebodyWhoLeft: 'Alguém que saiu',
  someone: 'Alguém',
};
