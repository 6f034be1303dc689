import type { messages as english } from './en.ts';

export const messages: typeof english = {
  somebodyWhoLeft: 'Quelqu’un de parti',
  someone: 'Quelqu’un',
};
