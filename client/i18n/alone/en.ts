/** Around what one plays alone. */
export const messages = {
  noDaily: 'The daily is not here',
  opening: 'Opening the daily…',
  today: 'Today',
  practice: 'Practice',
};
