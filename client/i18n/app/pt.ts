import type { messages as english } from './en.ts';

export const messages: typeof english = {
  opening: { table: 'Abrindo a mesa…', chat: 'Abrindo o chat…', page: 'Abrindo a página…' },
  notLoaded: {
    table: 'Não deu para carregar a mesa',
    chat: 'Não deu para carregar o chat',
    page: 'Não deu para carregar a página',
  },
  maybeUpdated: 'A rede pode ter caído, ou o jogo foi atualizado.',
  tryAgain: 'Tentar de novo',
  onlyBeginningFits: (leftOut) => `Só o começo cabe: ficaram de fora ${leftOut} dos caracteres colados.`,
};
