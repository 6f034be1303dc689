import lists from '../../../../shared/games/color-clues/data/clues.json' with { type: 'json' };
import words from '../../../../shared/games/color-clues/data/lexicon.json' with { type: 'json' };
import { decodeLexicon } from '../../../../shared/games/color-clues/lexicon.ts';

/** What bots say and understand in English. */
export const lexicon = decodeLexicon(words, lists);
