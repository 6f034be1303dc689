/** What can be spoken at a table, by its BCP 47 code; the list in which people look for it. */
export const LANGUAGES = [
  'en',
  'de',
  'es',
  'fr',
  'it',
  'nl',
  'pl',
  'pt',
  'sv',
  'tr',
  'uk',
  'ru',
  'ar',
  'hi',
  'id',
  'ja',
  'ko',
  'zh',
] as const;

export type Language = (typeof LANGUAGES)[number];

/** What is spoken where nobody has said. */
export const FIRST_LANGUAGE: Language = 'en';

/** The first of these, `de-AT` as `de`, that can be spoken at a table. */
export function languageAmong(wanted: readonly string[]): Language {
  const bases = wanted.map((each) => each.toLowerCase().split('-', 1)[0]);
  return bases.flatMap((base) => LANGUAGES.filter((each) => each === base))[0] ?? FIRST_LANGUAGE;
}
