/** What several pages and dialogs say, none of them the first page. */
export const messages = {
  close: 'Close',
  back: 'Back',
  toTheStart: 'To the start',
  backToTheStart: 'Back to the start',
  settings: 'Settings',
  tryAgain: 'Try again',
  oneMoment: 'One moment…',
  playNow: 'Play now',
  findingTable: 'Finding a table…',
  copied: 'Copied',
  copyLink: 'Copy link',
  yourGames: 'Your games',

  didNotWork: 'That did not work.',

  announcement: 'Announcement',
  hideAnnouncement: 'Hide the announcement',

  nothingHere: 'There is nothing here',
  nothingHereText: 'The address may have been cut off on its way to you.',
  noCookies: 'This browser keeps no cookies here',
  noCookiesText:
    'Color Clues needs one, to know you again: your seat and your name belong to it. Allow cookies for this site, then try again.',
};
