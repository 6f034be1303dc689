/** What is needed before anything else is loaded, whatever the page is. */
export const messages = {
  opening: { table: 'Opening the table…', chat: 'Opening the chat…', page: 'Opening the page…' },
  notLoaded: {
    table: 'The table could not be loaded',
    chat: 'The chat could not be loaded',
    page: 'The page could not be loaded',
  },
  maybeUpdated: 'The network may be gone, or the game was updated.',
  tryAgain: 'Try again',
  /** Beside a field that has a limit. */
  onlyBeginningFits: (leftOut: number) =>
    `Only the beginning fits: ${leftOut} of the characters you pasted were left out.`,
};
