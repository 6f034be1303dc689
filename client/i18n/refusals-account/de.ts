import { byDetail } from '../../../shared/core/refusals.ts';
import type { NameFault } from '../../../shared/table/persons.ts';
import type { messages as english } from './en.ts';

export const messages: typeof english = {
  name: {
    bad_name: byDetail<NameFault>('Dieser Name geht nicht. Wähle einen anderen.', {
      empty: 'Gib einen Namen ein.',
      long: 'Ein Name hat höchstens 20 Zeichen.',
      reserved: 'Dieser Name klingt, als spräche das Spiel selbst. Wähle einen anderen.',
      mixed: 'Schreib jedes Wort eines Namens in den Buchstaben eines einzigen Alphabets.',
      rude: 'Wähle einen Namen, der niemanden stört.',
    }),
    name_taken: 'Dieser Name ist vergeben. Wähle einen anderen.',
    wrong_name: 'So heißt du hier nicht.',
  },
  password: {
    password_short: 'Ein Passwort hat mindestens 10 Zeichen.',
    password_long: 'Ein Passwort hat höchstens 128 Zeichen.',
    password_weak: 'Dieses Passwort ist leicht zu erraten. Nimm ein, zwei Wörter dazu.',
    wrong_login: 'Name und Passwort gehören nicht zusammen.',
  },
  old: { wrong_password: 'Das ist nicht dein Passwort.' },
  code: { wrong_code: 'Dieser Code gehört nicht zu diesem Namen oder wurde schon benutzt.' },
  beside: {
    already_named: 'Du hast schon einen eigenen Namen.',
    not_named: 'Du bist hier nicht mehr angemeldet. Lade die Seite neu und melde dich wieder an.',
    under_way: 'Das ist schon unterwegs.',
  },
  page: { no_day: 'An diesem Tag gibt es nichts zu spielen.' },
};
