/** The dialogs that are available everywhere, besides the account. */
export const messages = {
  title: 'Settings',
  language: 'Language',
  asBrowser: 'As the browser',
  theme: 'Theme',
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
  sound: 'Sound',
  vibration: 'Vibration',
  vibrationHelp: 'On your turn, and for your points',
  reactions: 'Reactions',
  reactionsHelp: 'What people at the table show for a moment',
  lessMotion: 'Less motion',
  lessMotionHelp: 'Fades instead of movement',

  howToPlay: (game: string) => `How to play ${game}`,
};
