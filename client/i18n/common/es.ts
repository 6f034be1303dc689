import type { messages as english } from './en.ts';

export const messages: typeof english = {
  close: 'Cerrar',
  back: 'Atrás',
  toTheStart: 'Al inicio',
  backToTheStart: 'Volver al inicio',
  settings: 'Ajustes',
  tryAgain: 'Reintentar',
  oneMoment: 'Un momento…',
  playNow: 'Jugar ya',
  findingTable: 'Buscando mesa…',
  copied: 'Copiado',
  copyLink: 'Copiar enlace',
  yourGames: 'Tus partidas',

  didNotWork: 'Eso no funcionó.',

  announcement: 'Anuncio',
  hideAnnouncement: 'Ocultar el anuncio',

  nothingHere: 'Aquí no hay nada',
  nothingHereText: 'Puede que la dirección se haya cortado por el camino.',
  noCookies: 'Este navegador no guarda cookies aquí',
  noCookiesText:
    'Color Clues necesita una para reconocerte: tu sitio y tu nombre van con ella. Permite las cookies de este sitio y vuelve a intentarlo.',
};
