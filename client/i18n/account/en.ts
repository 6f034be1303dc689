import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');
const number = new Intl.NumberFormat('en');

/** Who one is: a name to keep, the ways in, and the way out. */
export const messages = {
  titles: {
    account: 'Your account',
    guest: 'Keep your name',
    logIn: 'Log in',
    recover: 'Forgot your password?',
    codes: 'Your recovery codes',
    password: 'Change your password',
    newCodes: 'New recovery codes',
    browsers: 'Where you are logged in',
    delete: 'Delete everything?',
    erasing: 'You are out',
  },
  name: 'Name',
  password: 'Password',
  yourPassword: 'Your password',
  yourPasswordNow: 'Your password now',
  newPassword: 'New password',
  newPasswordHint: 'At least 10 characters. Three or four words are easy to keep in mind.',
  recoveryCode: 'Recovery code',
  recoveryCodeHint: 'Like abcde-fghjk-mnpqr-stuvw',
  showPassword: 'Show the password',

  /** The name stands out. */
  nameIsYours: (name: string) => `The name ${name} is yours.`,
  codesLeft: (left: number) =>
    left === 0
      ? 'No recovery code is left. Make new ones, in case you forget the password.'
      : plural(left, { one: `${left} recovery code left.`, other: `${left} recovery codes left.` }),
  ways: {
    browsers: 'Where I am logged in',
    password: 'Change password',
    newCodes: 'New recovery codes',
  },
  games: 'Games you have played',
  logOut: 'Log out',
  deleteAccount: 'Delete my account',

  onlyThisBrowser:
    'Only this browser knows you now. With a password, the name is yours alone, and you can log in anywhere.',
  keepName: 'Keep this name',
  keeping: 'Keeping it…',
  haveAccount: 'I have an account: log in',
  deleteMe: 'Delete everything about me',

  logIn: 'Log in',
  loggingIn: 'Logging in…',
  forgotPassword: 'Forgot your password?',
  recoverText: 'One of your recovery codes lets you in, once. You are logged out everywhere else.',
  leftBehind: (name: string) =>
    `Here you are ${name}, without an account. What ${name} played and said does not come along, and there is no way back to it.`,

  signedOut: {
    title: 'You were logged out',
    text: (name: string) =>
      `This browser is not logged in as ${name} any more. Log in again, or go on as somebody new.`,
    goOn: 'Go on as somebody new',
  },

  passwordChanged: 'Your password is changed. Other browsers have to log in again.',
  changeIt: 'Change it',
  changingIt: 'Changing it…',

  newCodesText: 'You get ten new codes. The old ones stop working.',
  showNewCodes: 'Show new codes',
  codesText:
    'If you ever forget the password, each of these lets you in once. They are not shown again: keep them somewhere safe.',
  /** The first line of the file. */
  codesOf: (name: string) => `Color Clues: recovery codes of ${name}`,
  codesSelected: 'They are selected: copy them from here.',
  copy: 'Copy',
  download: 'Download',
  codesKept: 'I have kept them',

  thisBrowser: 'this browser',
  usedJustNow: 'used just now',
  usedHoursAgo: (hours: number) =>
    plural(hours, { one: `used ${hours} hour ago`, other: `used ${hours} hours ago` }),
  usedDaysAgo: (days: number) =>
    plural(days, {
      one: `used ${number.format(days)} day ago`,
      other: `used ${number.format(days)} days ago`,
    }),
  logOutOf: (browser: string) => `Log out ${browser}`,
  logOutOthers: 'Log out all others',

  data: {
    start: 'Download my data',
    collecting: 'Collecting… Stop',
    /** `size` with its unit. */
    soFar: (size: string) => `${size} so far… Stop`,
  },

  deleteText:
    'Your name becomes free, your messages go, and stored games forget who you were. There is no way back.',
  deleteForGood: 'Delete for good',
  deleting: 'Deleting…',
  typeToConfirm: (name: string) => `Type ${name} to confirm`,
  nameIsFree: 'Your name is free, and nobody can read what you wrote any more.',
  erasing: (messages: number) =>
    messages === 0
      ? 'Now your messages are taken out of the store. You need not wait for it.'
      : plural(messages, {
          one: `${messages} message of yours is out of the store. You need not wait for the rest.`,
          other: `${number.format(messages)} messages of yours are out of the store. You need not wait for the rest.`,
        }),
  startAgain: 'Start again as somebody new',
};
