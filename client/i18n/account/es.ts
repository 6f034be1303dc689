import { pluralIn } from '../plural.ts';
import type { messages as english } from './en.ts';

const plural = pluralIn('es');
const number = new Intl.NumberFormat('es');

export const messages: typeof english = {
  titles: {
    account: 'Tu cuenta',
    guest: 'Guardar tu nombre',
    logIn: 'Entrar',
    recover: '¿Olvidaste la contraseña?',
    codes: 'Tus códigos de rescate',
    password: 'Cambiar la contraseña',
    newCodes: 'Nuevos códigos de rescate',
    browsers: 'Dónde has entrado',
    delete: '¿Borrar todo?',
    erasing: 'Ya estás fuera',
  },
  name: 'Nombre',
  password: 'Contraseña',
  yourPassword: 'Tu contraseña',
  yourPasswordNow: 'Tu contraseña actual',
  newPassword: 'Nueva contraseña',
  newPasswordHint: 'Al menos 10 caracteres. Tres o cuatro palabras se recuerdan bien.',
  recoveryCode: 'Código de rescate',
  recoveryCodeHint: 'Como abcde-fghjk-mnpqr-stuvw',
  showPassword: 'Mostrar la contraseña',

  nameIsYours: (name) => `El nombre ${name} es tuyo.`,
  codesLeft: (left) =>
    left === 0
      ? 'No queda ningún código de rescate. Haz otros, por si olvidas la contraseña.'
      : plural(left, {
          one: `Queda ${left} código de rescate.`,
          other: `Quedan ${left} códigos de rescate.`,
        }),
  ways: {
    browsers: 'Dónde he entrado',
    password: 'Cambiar la contraseña',
    newCodes: 'Nuevos códigos de rescate',
  },
  games: 'Partidas jugadas',
  logOut: 'Salir',
  deleteAccount: 'Borrar mi cuenta',

  onlyThisBrowser:
    'Ahora solo te conoce este navegador. Con una contraseña, el nombre es solo tuyo y puedes entrar desde cualquier sitio.',
  keepName: 'Guardar este nombre',
  keeping: 'Guardando…',
  haveAccount: 'Tengo cuenta: entrar',
  deleteMe: 'Borrar todo sobre mí',

  logIn: 'Entrar',
  loggingIn: 'Entrando…',
  forgotPassword: '¿Olvidaste la contraseña?',
  recoverText: 'Cada código de rescate te deja entrar una vez. Se cierra la sesión en todo lo demás.',
  leftBehind: (name) =>
    `Aquí eres ${name}, sin cuenta. Lo que ${name} jugó y escribió no viene contigo, y no hay vuelta atrás.`,

  signedOut: {
    title: 'Se cerró tu sesión',
    text: (name) =>
      `Este navegador ya no está dentro como ${name}. Vuelve a entrar o sigue como alguien nuevo.`,
    goOn: 'Seguir como alguien nuevo',
  },

  passwordChanged: 'Tu contraseña ha cambiado. Los otros navegadores tienen que entrar de nuevo.',
  changeIt: 'Cambiar',
  changingIt: 'Cambiando…',

  newCodesText: 'Recibes diez códigos nuevos. Los viejos dejan de valer.',
  showNewCodes: 'Mostrar códigos',
  codesText:
    'Si olvidas la contraseña, cada uno te deja entrar una vez. No se vuelven a mostrar: guárdalos en lugar seguro.',
  codesOf: (name) => `Color Clues: códigos de rescate de ${name}`,
  codesSelected: 'Están seleccionados: cópialos de aquí.',
  copy: 'Copiar',
  download: 'Descargar',
  codesKept: 'Los he guardado',

  thisBrowser: 'este navegador',
  usedJustNow: 'usado ahora mismo',
  usedHoursAgo: (hours) =>
    plural(hours, { one: `usado hace ${hours} hora`, other: `usado hace ${hours} horas` }),
  usedDaysAgo: (days) =>
    plural(days, {
      one: `usado hace ${number.format(days)} día`,
      other: `usado hace ${number.format(days)} días`,
    }),
  logOutOf: (browser) => `Cerrar ${browser}`,
  logOutOthers: 'Cerrar los demás',

  data: {
    start: 'Descargar mis datos',
    collecting: 'Reuniendo… Parar',
    soFar: (size) => `${size} por ahora… Parar`,
  },

  deleteText:
    'Tu nombre queda libre, tus mensajes desaparecen y las partidas guardadas olvidan quién eras. No hay vuelta atrás.',
  deleteForGood: 'Borrar para siempre',
  deleting: 'Borrando…',
  typeToConfirm: (name) => `Escribe ${name} para confirmar`,
  nameIsFree: 'Tu nombre está libre y nadie puede leer ya lo que escribiste.',
  erasing: (messages) =>
    messages === 0
      ? 'Ahora se quitan tus mensajes. No hace falta que esperes.'
      : plural(messages, {
          one: `Se ha quitado ${messages} mensaje tuyo. No hace falta que esperes al resto.`,
          other: `Se han quitado ${number.format(messages)} mensajes tuyos. No hace falta que esperes al resto.`,
        }),
  startAgain: 'Empezar con otro nombre',
};
