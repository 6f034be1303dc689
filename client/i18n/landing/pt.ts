import type { messages as english } from './en.ts';

export const messages: typeof english = {
  howToPlay: 'Como jogar',
  settings: 'Ajustes',
  alone: 'Solo:',
  daily: 'Desafio do dia',
  practice: 'Treino',

  whatToPlay: 'O que jogar',
  mode: 'Modo',
  anyMode: 'Qualquer um',
  players: (least, most) => `${least === most ? most : `${least}–${most}`} jogadores`,

  yourName: 'Seu nome',
  oneMoment: 'Um momento…',
  changeNameAndMarker: 'Mudar nome e ficha',
  account: 'Conta',
  logIn: 'Entrar',

  playNow: 'Jogar já',
  findingTable: 'Procurando mesa…',
  createTable: 'Criar mesa',
  settingTable: 'Pondo a mesa…',
  forFriends: 'Para amigos',
  forFriendsHelp: 'Só quem tem o código acha',
  forEverybody: 'Para todos',
  forEverybodyHelp: 'Aparece nas mesas abertas',

  codeOfTable: 'Código de uma mesa',
  code: 'Código',
  join: 'Ir',
};
