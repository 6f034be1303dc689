import type { messages as english } from './en.ts';

export const messages: typeof english = {
  noDaily: 'Das Tagesspiel ist nicht da',
  opening: 'Das Tagesspiel wird geöffnet…',
  today: 'Heute',
  practice: 'Üben',
};
