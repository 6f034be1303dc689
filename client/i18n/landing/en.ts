/** The first page. */
export const messages = {
  howToPlay: 'How to play',
  settings: 'Settings',
  alone: 'Alone:',
  daily: 'Daily',
  practice: 'Practice',

  whatToPlay: 'What to play',
  /** How many can play, from `least` to `most`, which may be the same. */
  players: (least: number, most: number) => `${least === most ? most : `${least}–${most}`} players`,

  mode: 'Mode',
  /** No mode was chosen: the table decides. */
  anyMode: 'As it comes',

  yourName: 'Your name',
  oneMoment: 'One moment…',
  changeNameAndMarker: 'Change name and marker',
  account: 'Account',
  logIn: 'Log in',

  playNow: 'Play now',
  findingTable: 'Finding a table…',
  createTable: 'Create a table',
  settingTable: 'Setting the table…',
  forFriends: 'For friends',
  forFriendsHelp: 'Only who has the code finds it',
  forEverybody: 'For everybody',
  forEverybodyHelp: 'Listed under open tables',

  codeOfTable: 'Code of a table',
  code: 'Code',
  join: 'Join',
};
