import { GERMAN_SPEECH } from '../../../../shared/games/color-clues/bot-german.ts';
import lists from '../../../../shared/games/color-clues/data/clues-de.json' with { type: 'json' };
import words from '../../../../shared/games/color-clues/data/lexicon-de.json' with { type: 'json' };
import { decodeLexicon } from '../../../../shared/games/color-clues/lexicon.ts';

/** What bots say and understand in German. */
export const lexicon = decodeLexicon(words, lists, { speech: GERMAN_SPEECH });
