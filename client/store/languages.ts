import { LANGUAGES, type Language } from '../../shared/core/languages.ts';
import { firstLetters } from './letters.ts';

/** What a language is called in itself: `Deutsch`; the code when nobody knows. */
export function languageName(code: string): string {
  try {
    const name = new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
    const first = firstLetters(name, 1);
    return first.toLocaleUpperCase(code) + name.slice(first.length);
  } catch {
    return code;
  }
}

/** Languages to choose from, by their names. */
export const languageChoices = (): readonly (readonly [Language, string])[] =>
  LANGUAGES.map((each) => [each, languageName(each)]);
