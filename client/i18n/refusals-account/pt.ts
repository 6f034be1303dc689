import { byDetail } from '../../../shared/core/refusals.ts';
import type { NameFault } from '../../../shared/table/persons.ts';
import type { messages as english } from './en.ts';

export const messages: typeof english = {
  name: {
    bad_name: byDetail<NameFault>('Esse nome não serve. Escolha outro.', {
      empty: 'Escreva um nome.',
      long: 'Um nome tem no máximo 20 caracteres.',
      reserved: 'Esse nome poderia ser confundido com o próprio jogo. Escolha outro.',
      mixed: 'Escreva cada palavra de um nome com as letras de um só alfabeto.',
      rude: 'Escolha um nome que não incomode ninguém.',
    }),
    name_taken: 'Esse nome já tem dono. Escolha outro.',
    wrong_name: 'Esse não é o seu nome aqui.',
  },
  password: {
    password_short: 'Uma senha tem pelo menos 10 caracteres.',
    password_long: 'Uma senha tem no máximo 128 caracteres.',
    password_weak: 'Esta senha é fácil de adivinhar. Acrescente uma ou duas palavras.',
    wrong_login: 'Este nome e esta senha não combinam.',
  },
  old: { wrong_password: 'Essa não é a sua senha.' },
  code: { wrong_code: 'Este código não é deste nome, ou já foi usado.' },
  beside: {
    already_named: 'Você já tem um nome próprio.',
    not_named: 'Você não está mais conectado aqui. Recarregue a página e entre de novo.',
    under_way: 'Isso já está em andamento.',
  },
  page: { no_day: 'Não há nada para jogar desse dia.' },
};
