import type { messages as english } from './en.ts';

export const messages: typeof english = {
  somebodyWhoLeft: '退席した人',
  someone: 'だれか',
};
