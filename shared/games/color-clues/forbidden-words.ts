/** What may not be said in a language. English words are refused everywhere; each of these gets words that `fold` has made. */
export interface ForbiddenWords {
  /** One spelling for what is one word there. */
  readonly fold: (word: string) => string;
  readonly isColorName: (word: string) => boolean;
  readonly isPosition: (word: string) => boolean;
  readonly isNumber: (word: string) => boolean;
  readonly isComparison: (word: string, where: PlaceInClue) => boolean;
  /** Endings, besides those of English, that do not make a new clue of an old one. */
  readonly endings: readonly string[];
  /** Whether a word is the same as a shorter one, whose ending it has more. */
  readonly isSame: (shorter: string, longer: string) => boolean;
}

/** Where a word stands among those of a clue that say something. */
export interface PlaceInClue {
  readonly isFirst: boolean;
  readonly isLast: boolean;
}
