import { byDetail } from '../../../shared/core/refusals.ts';
import type { NameFault } from '../../../shared/table/persons.ts';
import type { messages as english } from './en.ts';

export const messages: typeof english = {
  name: {
    bad_name: byDetail<NameFault>('Ese nombre no sirve. Elige otro.', {
      empty: 'Escribe un nombre.',
      long: 'Un nombre tiene como máximo 20 caracteres.',
      reserved: 'Ese nombre podría confundirse con el propio juego. Elige otro.',
      mixed: 'Escribe cada palabra de un nombre con las letras de un solo alfabeto.',
      rude: 'Elige un nombre que no moleste a nadie.',
    }),
    name_taken: 'Ese nombre está cogido. Elige otro.',
    wrong_name: 'Ese no es tu nombre aquí.',
  },
  password: {
    password_short: 'Una contraseña tiene al menos 10 caracteres.',
    password_long: 'Una contraseña tiene como mucho 128 caracteres.',
    password_weak: 'Esta contraseña es fácil de adivinar. Añade una palabra o dos.',
    wrong_login: 'Este nombre y esta contraseña no van juntos.',
  },
  old: { wrong_password: 'Esa no es tu contraseña.' },
  code: { wrong_code: 'Este código no es de este nombre, o ya se usó.' },
  beside: {
    already_named: 'Ya tienes un nombre propio.',
    not_named: 'Ya no has entrado aquí. Recarga la página y entra de nuevo.',
    under_way: 'Eso ya está en marcha.',
  },
  page: { no_day: 'No hay nada que jugar de ese día.' },
};
