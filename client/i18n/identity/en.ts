/** The form for one’s name and marker. */
export const messages = {
  yourName: 'Your name',
  save: 'Save',
  saving: 'Saving…',
  yourMarker: 'Your marker',
};
