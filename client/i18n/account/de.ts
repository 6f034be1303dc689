import { pluralIn } from '../plural.ts';
import type { messages as english } from './en.ts';

const plural = pluralIn('de');
const number = new Intl.NumberFormat('de');

export const messages: typeof english = {
  titles: {
    account: 'Dein Konto',
    guest: 'Deinen Namen behalten',
    logIn: 'Anmelden',
    recover: 'Passwort vergessen?',
    codes: 'Deine Notfall-Codes',
    password: 'Passwort ändern',
    newCodes: 'Neue Notfall-Codes',
    browsers: 'Wo du angemeldet bist',
    delete: 'Alles löschen?',
    erasing: 'Du bist draußen',
  },
  name: 'Name',
  password: 'Passwort',
  yourPassword: 'Dein Passwort',
  yourPasswordNow: 'Dein Passwort bisher',
  newPassword: 'Neues Passwort',
  newPasswordHint: 'Mindestens 10 Zeichen. Drei oder vier Wörter merken sich leicht.',
  recoveryCode: 'Notfall-Code',
  recoveryCodeHint: 'Etwa abcde-fghjk-mnpqr-stuvw',
  showPassword: 'Passwort zeigen',

  nameIsYours: (name) => `Der Name ${name} gehört dir.`,
  codesLeft: (left) =>
    left === 0
      ? 'Kein Notfall-Code ist übrig. Mach neue, falls du das Passwort vergisst.'
      : plural(left, { one: `Noch ${left} Notfall-Code.`, other: `Noch ${left} Notfall-Codes.` }),
  ways: {
    browsers: 'Wo ich angemeldet bin',
    password: 'Passwort ändern',
    newCodes: 'Neue Notfall-Codes',
  },
  games: 'Gespielte Spiele',
  logOut: 'Abmelden',
  deleteAccount: 'Mein Konto löschen',

  onlyThisBrowser:
    'Bisher kennt dich nur dieser Browser. Mit einem Passwort gehört der Name dir allein, und du kannst dich überall anmelden.',
  keepName: 'Namen behalten',
  keeping: 'Wird behalten…',
  haveAccount: 'Ich habe ein Konto: anmelden',
  deleteMe: 'Alles über mich löschen',

  logIn: 'Anmelden',
  loggingIn: 'Meldet an…',
  forgotPassword: 'Passwort vergessen?',
  recoverText: 'Jeder deiner Notfall-Codes lässt dich einmal hinein. Überall sonst wirst du abgemeldet.',
  leftBehind: (name) =>
    `Hier bist du ${name}, ohne Konto. Was ${name} gespielt und geschrieben hat, kommt nicht mit, und es gibt kein Zurück.`,

  signedOut: {
    title: 'Du wurdest abgemeldet',
    text: (name) =>
      `Dieser Browser ist nicht mehr als ${name} angemeldet. Melde dich wieder an oder mach als jemand Neues weiter.`,
    goOn: 'Als jemand Neues weitermachen',
  },

  passwordChanged: 'Dein Passwort ist geändert. Andere Browser müssen sich neu anmelden.',
  changeIt: 'Ändern',
  changingIt: 'Wird geändert…',

  newCodesText: 'Du bekommst zehn neue Codes. Die alten gelten dann nicht mehr.',
  showNewCodes: 'Neue Codes zeigen',
  codesText:
    'Solltest du das Passwort vergessen, lässt dich jeder von ihnen einmal hinein. Sie werden nicht noch einmal gezeigt: Bewahre sie gut auf.',
  codesOf: (name) => `Color Clues: Notfall-Codes von ${name}`,
  codesSelected: 'Sie sind markiert: Kopiere sie von hier.',
  copy: 'Kopieren',
  download: 'Herunterladen',
  codesKept: 'Ich habe sie aufbewahrt',

  thisBrowser: 'dieser Browser',
  usedJustNow: 'eben benutzt',
  usedHoursAgo: (hours) =>
    plural(hours, { one: `vor ${hours} Stunde benutzt`, other: `vor ${hours} Stunden benutzt` }),
  usedDaysAgo: (days) =>
    plural(days, {
      one: `vor ${number.format(days)} Tag benutzt`,
      other: `vor ${number.format(days)} Tagen benutzt`,
    }),
  logOutOf: (browser) => `${browser} abmelden`,
  logOutOthers: 'Alle anderen abmelden',

  data: {
    start: 'Meine Daten herunterladen',
    collecting: 'Sammelt… Anhalten',
    soFar: (size) => `Bisher ${size}… Anhalten`,
  },

  deleteText:
    'Dein Name wird frei, deine Nachrichten verschwinden, und gespeicherte Spiele vergessen, wer du warst. Ein Zurück gibt es nicht.',
  deleteForGood: 'Endgültig löschen',
  deleting: 'Wird gelöscht…',
  typeToConfirm: (name) => `Schreib zur Bestätigung ${name}`,
  nameIsFree: 'Dein Name ist frei, und niemand kann mehr lesen, was du geschrieben hast.',
  erasing: (messages) =>
    messages === 0
      ? 'Jetzt werden deine Nachrichten aus dem Speicher genommen. Du musst nicht darauf warten.'
      : plural(messages, {
          one: `${messages} Nachricht von dir ist aus dem Speicher. Auf den Rest musst du nicht warten.`,
          other: `${number.format(messages)} Nachrichten von dir sind aus dem Speicher. Auf den Rest musst du nicht warten.`,
        }),
  startAgain: 'Als jemand Neues anfangen',
};
