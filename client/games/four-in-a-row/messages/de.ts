import { pluralIn } from '../../../i18n/plural.ts';
import type { FourMessages } from './en.ts';

const plural = pluralIn('de');

export const messages: FourMessages = {
  refusals: {
    beside: {
      column_full: (column) => `${column ? `Spalte ${column}` : 'Diese Spalte'} ist voll. Nimm eine andere.`,
    },
  },

  columns: 'Spalten',
  owner: ({ name, isMine }) => (isMine ? 'du' : name),
  emptyColumn: (column) => `Spalte ${column}, leer`,
  column: (column, discs, isFull, top) => {
    const many = plural(discs, { one: `${discs} Scheibe`, other: `${discs} Scheiben` });
    return `Spalte ${column}, ${isFull ? 'voll' : many}, oben: ${top}`;
  },
  fromBelow: (owners) => `Von unten: ${owners.join(', ')}`,

  firstDisc: 'Die erste Scheibe.',
  lastColumn: (column) => `Zuletzt: Spalte ${column}.`,
  dropDisc: 'Wirf eine Scheibe in eine Spalte.',
  chooseColumn: 'Wähle eine Spalte.',
  keys: 'Pfeile oder 1 bis 7, dann Enter',
  board: 'Das Brett',

  newGame: ({ name, isMine }) => `Ein neues Spiel. ${isMine ? 'Du bist dran.' : `${name} ist dran.`}`,
  dropped: (mover, column, next) => {
    const then = next === null ? '' : next.isMine ? ' Du bist dran.' : ` ${next.name} ist dran.`;
    return `${mover.isMine ? 'Du' : mover.name}: Spalte ${column}.${then}`;
  },
  droppedFour: (mover, column) =>
    `${mover.isMine ? 'Du' : mover.name}: Spalte ${column}. Vier in einer Reihe!`,

  wonAfter: (discs) => `Vier in einer Reihe nach ${discs} Scheiben`,
  otherLeft: 'Die andere Seite ist gegangen',
  draw: 'Unentschieden: das Brett ist voll',

  botsPlay: 'Bots spielen',
  gentle: 'Sanft',
  gentleHelp: 'sie sehen einen Zug voraus und vertun sich',
  fair: 'Fair',
  fairHelp: 'sie merken meistens, was du vorhast',
  strong: 'Stark',
  strongHelp: 'sie sehen zehn Züge voraus',

  dropTitle: 'Scheibe einwerfen',
  dropHelp: 'Immer abwechselnd. Sie fällt in der gewählten Spalte ins unterste freie Loch.',
  aheadTitle: 'Vorausschauen',
  aheadHelp:
    'Jede Scheibe macht Platz für die nächste. Versperr die Reihe der anderen Seite, bevor sie vier lang ist.',
  fourTitle: 'Vier in einer Reihe',
  fourHelp:
    'Quer, hoch oder schräg: die erste Viererreihe gewinnt. Ein volles Brett ohne eine ist unentschieden.',
};
