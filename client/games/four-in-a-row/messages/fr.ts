import { pluralIn } from '../../../i18n/plural.ts';
import type { FourMessages } from './en.ts';

const plural = pluralIn('fr');

export const messages: FourMessages = {
  refusals: {
    beside: {
      column_full: (column) =>
        `${column ? `La colonne ${column}` : 'Cette colonne'} est pleine. Choisis-en une autre.`,
    },
  },

  columns: 'Colonnes',
  owner: ({ name, isMine }) => (isMine ? 'toi' : name),
  emptyColumn: (column) => `Colonne ${column}, vide`,
  column: (column, discs, isFull, top) => {
    const many = plural(discs, { one: `${discs} jeton`, other: `${discs} jetons` });
    return `Colonne ${column}, ${isFull ? 'pleine' : many}, en haut : ${top}`;
  },
  fromBelow: (owners) => `De bas en haut : ${owners.join(', ')}`,

  firstDisc: 'Le premier jeton.',
  lastColumn: (column) => `Dernier coup : colonne ${column}.`,
  dropDisc: 'Lâche un jeton dans une colonne.',
  chooseColumn: 'Choisis une colonne.',
  keys: 'Flèches ou 1 à 7, puis Entrée',
  board: 'La grille',

  newGame: ({ name, isMine }) => `Nouvelle partie. ${isMine ? 'À toi.' : `C’est à ${name}.`}`,
  dropped: (mover, column, next) => {
    const then = next === null ? '' : next.isMine ? ' À toi.' : ` C’est à ${next.name}.`;
    return `${mover.isMine ? 'Toi' : mover.name} : colonne ${column}.${then}`;
  },
  droppedFour: (mover, column) =>
    `${mover.isMine ? 'Toi' : mover.name} : colonne ${column}. Quatre alignés !`,

  wonAfter: (discs) => `Quatre alignés après ${discs} jetons`,
  otherLeft: 'L’autre est parti',
  draw: 'Match nul : la grille est pleine',

  botsPlay: 'Niveau des bots',
  gentle: 'Doux',
  gentleHelp: 'ils voient un coup d’avance et se trompent',
  fair: 'Correct',
  fairHelp: 'ils devinent le plus souvent ce que tu prépares',
  strong: 'Fort',
  strongHelp: 'ils voient dix coups d’avance',

  dropTitle: 'Lâche un jeton',
  dropHelp: 'Chacun son tour. Il tombe au plus bas de la colonne choisie.',
  aheadTitle: 'Vois plus loin',
  aheadHelp: 'Chaque jeton fait de la place au suivant. Bloque l’autre avant qu’il en aligne quatre.',
  fourTitle: 'Quatre alignés',
  fourHelp:
    'À plat, debout ou en diagonale : le premier alignement de quatre gagne. Grille pleine sans vainqueur : match nul.',
};
