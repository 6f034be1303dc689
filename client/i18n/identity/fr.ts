import type { messages as english } from './en.ts';

export const messages: typeof english = {
  yourName: 'Ton nom',
  save: 'Enregistrer',
  saving: 'Enregistrement…',
  account: 'Compte',
  keepOrLogIn: 'Garder ce nom, ou se connecter',
  yourMarker: 'Ton pion',
  // biome-ignore format: words read best in rows
  markers: [
    'triangle', 'cercle', 'hexagone', 'carré', 'étoile', 'losange', 'bouclier', 'croix',
    'goutte', 'cœur', 'maison', 'nuage', 'bol', 'trèfle', 'couronne', 'capsule',
  ],
};
