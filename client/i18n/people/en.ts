/** People whose names are not known any more. */
export const messages = {
  somebodyWhoLeft: 'Somebody who left',
  someone: 'Someone',
};
