import type { messages as english } from './en.ts';

export const messages: typeof english = {
  howToPlay: 'Cómo jugar',
  settings: 'Ajustes',
  alone: 'A solas:',
  daily: 'Reto del día',
  practice: 'Práctica',

  whatToPlay: 'A qué jugar',
  mode: 'Modo',
  anyMode: 'Cualquiera',
  players: (least, most) => `${least === most ? most : `${least}–${most}`} jugadores`,

  yourName: 'Tu nombre',
  oneMoment: 'Un momento…',
  changeNameAndMarker: 'Cambiar nombre y ficha',
  account: 'Cuenta',
  logIn: 'Entrar',

  playNow: 'Jugar ya',
  findingTable: 'Buscando mesa…',
  createTable: 'Crear una mesa',
  settingTable: 'Poniendo la mesa…',
  forFriends: 'Para amigos',
  forFriendsHelp: 'Solo se halla con el código',
  forEverybody: 'Para todos',
  forEverybodyHelp: 'Sale entre las mesas abiertas',

  codeOfTable: 'Código de una mesa',
  code: 'Código',
  join: 'Ir',
};
