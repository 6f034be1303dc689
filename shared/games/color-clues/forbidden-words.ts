/** What may not be said in a language. English words are refused everywhere; each of these gets words that `fold` has made. */
export interface ForbiddenWords {
  /** One spelling for what is one word there. */
  readonly fold: (word: string) => string;
  readonly isColorName: (word: string) => boolean;
  readonly isPosition: (word: string) => boolean;
  readonly isNumber: (word: string) => boolean;
  /** `isLast`: no other word of the clue stands after it. */
  readonly isComparison: (word: string, isLast: boolean) => boolean;
  /** Endings, besides those of English, that do not make a new clue of an old one. */
  readonly endings: readonly string[];
}
