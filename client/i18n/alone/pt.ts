import type { messages as english } from './en.ts';

export const messages: typeof english = {
  noDaily: 'O desafio do dia não está aqui',
  opening: 'Abrindo o desafio do dia…',
  today: 'Hoje',
  practice: 'Treino',
};
