/** Rules that are kept and sent to others. */
export const messages = {
  yours: 'Your own rules',
  name: 'Name for these rules',
  keep: 'Keep these rules',
  kept: (name: string) => `Kept: ${name}`,
  copyLink: 'Copy a link to these rules',
  linkCopied: 'Link copied',
  copyFromHere: 'Copy the link from here',
  /** Of rules that are kept, by their name. */
  copyLinkOf: (name: string) => `Copy a link to ${name}`,
  forget: (name: string) => `Delete ${name}`,
  nameless: 'These rules need a name.',
  full: (most: number) => `${most} are kept, and no more fit. Delete one first.`,
  forbidden: 'This browser keeps nothing for this site, so these rules are not kept. A link to them works.',

  opening: 'Opening the rules…',
  /** The title, where the rules have no name. */
  ofGame: (game: string) => `Rules for ${game}`,
  /** The name that somebody gave, which is shown in a look of its own. */
  called: (name: string) => `Somebody calls these rules “${name}”.`,
  someRules: 'Somebody has chosen how it is played.',
  notWhole: 'Some of the link cannot be read here. The standard counts there.',
  startForFriends: 'Start a table for friends',
  startForEverybody: 'Start a table for everybody',
  starting: 'Setting the table…',
  /** After the label of a choice: for how many it is, and how many sit here. */
  tooManySit: (most: number, seated: number) => `for ${most} at most, and ${seated} sit here`,
};
