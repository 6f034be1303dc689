import type { messages as english } from './en.ts';

export const messages: typeof english = {
  close: 'Fechar',
  back: 'Voltar',
  toTheStart: 'Ao início',
  backToTheStart: 'Voltar ao início',
  settings: 'Ajustes',
  tryAgain: 'Tentar de novo',
  oneMoment: 'Um momento…',
  playNow: 'Jogar já',
  findingTable: 'Procurando mesa…',
  copied: 'Copiado',
  copyLink: 'Copiar link',
  yourGames: 'Suas partidas',

  didNotWork: 'Isso não deu certo.',

  announcement: 'Aviso',
  hideAnnouncement: 'Ocultar o aviso',

  nothingHere: 'Não há nada aqui',
  nothingHereText: 'O endereço pode ter sido cortado no caminho.',
  noCookies: 'Este navegador não guarda cookies aqui',
  noCookiesText:
    'O Color Clues precisa de um para reconhecer você: seu lugar e seu nome dependem dele. Permita os cookies deste site e tente de novo.',
};
