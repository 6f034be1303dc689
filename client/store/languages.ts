import { LANGUAGES, type Language } from '../../shared/core/languages.ts';

/** A language as those who speak it call it: `Deutsch`. */
export function languageName(language: Language): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** All that can be spoken at a table, by their names. */
export const languageChoices = (): readonly (readonly [Language, string])[] =>
  LANGUAGES.map((each) => [each, languageName(each)]);
