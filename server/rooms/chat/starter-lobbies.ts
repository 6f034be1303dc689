/** A lobby that the product names itself: it is there for whoever wants it, and made when the first one opens it. */
export interface StarterLobby {
  /** The last part of its address. */
  readonly name: string;
  readonly title: string;
  readonly topic: string;
}

/** Stand among the lobbies from the start, so that there is somewhere to go when nobody has made any. */
export const STARTER_LOBBIES: readonly StarterLobby[] = [
  { name: 'find-a-table', title: 'Find a table', topic: 'Who plays now, and where' },
  { name: 'after-the-game', title: 'After the game', topic: 'What was said, and what everybody thought of' },
  { name: 'new-here', title: 'New here', topic: 'Questions about the rules, and answers' },
];

/** The starter lobby that this conversation would be, or undefined. */
export const starterOf = (conversation: string): StarterLobby | undefined =>
  STARTER_LOBBIES.find(({ name }) => conversation === `lobby-${name}`);
