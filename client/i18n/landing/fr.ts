import type { messages as english } from './en.ts';

export const messages: typeof english = {
  howToPlay: 'Les règles',
  settings: 'Réglages',
  alone: 'En solo :',
  daily: 'Défi du jour',
  practice: 'Entraînement',

  whatToPlay: 'À quoi jouer',
  mode: 'Mode',
  anyMode: 'Peu importe',
  players: (least, most) => `${least === most ? most : `${least} à ${most}`} joueurs`,

  yourName: 'Ton nom',
  oneMoment: 'Un instant…',
  changeNameAndMarker: 'Changer de nom et de pion',
  account: 'Compte',
  logIn: 'Connexion',

  playNow: 'Jouer',
  findingTable: 'On cherche une table…',
  createTable: 'Créer une table',
  settingTable: 'On met la table…',
  forFriends: 'Entre amis',
  forFriendsHelp: 'Il faut le code pour la trouver',
  forEverybody: 'Pour tous',
  forEverybodyHelp: 'Dans la liste des tables ouvertes',

  codeOfTable: 'Code d’une table',
  code: 'Code',
  join: 'Entrer',
};
