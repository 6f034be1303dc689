/** The rules in pictures: a title and what it means. */
export const messages = {
  seesTitle: 'One of you sees a color',
  sees: 'Each round one of you gets a card with four colors and picks one. Nobody else sees it.',
  /** The word in the picture: one that means the green in it. */
  clue: 'moss',
  saysTitle: '… and says one word',
  says: 'No color names, no positions on the board, nothing that was used before.',
  placeTitle: 'The others place a marker',
  place: 'One after the other, on a free cell. A marker stays where it is put.',
  secondTitle: 'A second clue, if wanted',
  second: 'Up to two more words, then a second marker each, the other way around.',
  frameTitle: 'The frame drops',
  frame:
    'On the spot 3 points, in the frame 2, one step outside 1. The giver gets 1 for each marker in the frame, 2 if you are three.',
  more: 'Everybody gives the clue twice, with seven or more players once. A clue breaks the rules? Object before the first marker is placed: if half of the others do, it has to be given again.',

  options: 'What the host may choose',
  choices: [
    'Teams: two to four, dealt by the order of the seats. A team gets the average of its members; a clue brings its giver’s team what the own mates make of it.',
    'Co-op: two together, one score, against a par.',
    'Clues of up to five words, and points for up to three steps: 4, 3, 2, 1.',
  ] as readonly string[],

  party: 'Party: all at once',
  togetherTitle: 'Everybody places at the same time',
  together:
    'Nobody sees where until all have placed or the time is up; until then you may move your marker. Two may choose the same cell.',
  appearTitle: 'Then all markers appear',
  appear:
    'Points as above. The giver gets what the others got on average. Usually there is one clue, and a round takes less than a minute: for two to sixteen players.',
};

export type HowMessages = typeof messages;
