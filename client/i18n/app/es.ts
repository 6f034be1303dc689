import type { messages as english } from './en.ts';

export const messages: typeof english = {
  opening: { table: 'Abriendo la mesa…', chat: 'Abriendo el chat…', page: 'Abriendo la página…' },
  notLoaded: {
    table: 'No se pudo cargar la mesa',
    chat: 'No se pudo cargar el chat',
    page: 'No se pudo cargar la página',
  },
  maybeUpdated: 'Puede que no haya red, o que el juego se haya actualizado.',
  tryAgain: 'Reintentar',
  onlyBeginningFits: (leftOut) => `Solo cabe el principio: faltan ${leftOut} de los caracteres pegados.`,
};
