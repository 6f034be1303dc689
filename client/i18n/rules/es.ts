import type { Messages } from '../messages.ts';
import type { messages as english } from './en.ts';

export const messages: Messages<typeof english> = {
  yours: 'Tus propias reglas',
  name: 'Nombre de estas reglas',
  keep: 'Guardar estas reglas',
  kept: (name) => `Guardado: ${name}`,
  copyLink: 'Copiar un enlace a estas reglas',
  linkCopied: 'Enlace copiado',
  copyFromHere: 'Copia el enlace de aquí',
  copyLinkOf: (name) => `Copiar un enlace a ${name}`,
  forget: (name) => `Borrar ${name}`,
  nameless: 'Estas reglas necesitan un nombre.',
  full: (most) => `Ya hay ${most} guardadas y no caben más. Borra una primero.`,
  forbidden:
    'Este navegador no guarda nada de este sitio, así que estas reglas tampoco. Un enlace a ellas sí funciona.',

  opening: 'Abriendo las reglas…',
  ofGame: (game) => `Reglas de ${game}`,
  called: (name) => `Alguien llama a estas reglas «${name}».`,
  someRules: 'Alguien ha elegido cómo se juega.',
  notWhole: 'Una parte del enlace no se puede leer aquí. Ahí vale lo habitual.',
  startForFriends: 'Abrir una mesa para amigos',
  startForEverybody: 'Abrir una mesa para todos',
  starting: 'Preparando la mesa…',
  tooManySit: (most, seated) => `como máximo para ${most}, y aquí hay ${seated}`,
};
