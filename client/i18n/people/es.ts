import type { messages as english } from './en.ts';

export const messages: typeof english = {
  somebodyWhoLeft: 'Alguien que se fue',
  someone: 'Alguien',
};
