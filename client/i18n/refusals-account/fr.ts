import { byDetail } from '../../../shared/core/refusals.ts';
import type { NameFault } from '../../../shared/table/persons.ts';
import type { messages as english } from './en.ts';

export const messages: typeof english = {
  name: {
    bad_name: byDetail<NameFault>('Ce nom ne va pas. Choisis-en un autre.', {
      empty: 'Saisis un nom.',
      long: 'Un nom a 20 caractères au plus.',
      reserved: 'On pourrait prendre ce nom pour le jeu lui-même. Choisis-en un autre.',
      mixed: 'Écris chaque mot d’un nom dans les lettres d’un seul alphabet.',
      rude: 'Choisis un nom qui ne gêne personne.',
    }),
    name_taken: 'Ce nom est pris. Choisis-en un autre.',
    wrong_name: 'Ce n’est pas ton nom ici.',
  },
  password: {
    password_short: 'Un mot de passe a au moins 10 caractères.',
    password_long: 'Un mot de passe a au plus 128 caractères.',
    password_weak: 'Ce mot de passe se devine facilement. Ajoute un mot ou deux.',
    wrong_login: 'Ce nom et ce mot de passe ne vont pas ensemble.',
  },
  old: { wrong_password: 'Ce n’est pas ton mot de passe.' },
  code: { wrong_code: 'Ce code ne va pas avec ce nom, ou a déjà servi.' },
  beside: {
    already_named: 'Tu as déjà un nom à toi.',
    not_named: 'Tu n’es plus connecté ici. Recharge la page et reconnecte-toi.',
    under_way: 'C’est déjà en cours.',
  },
  page: { no_day: 'Il n’y a rien à jouer ce jour-là.' },
};
