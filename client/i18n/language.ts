import { store, stored } from '../store/stored.ts';

/** What the pages can be read in, by BCP 47 code. The first is what is shown where none of the others was asked for. */
export const PAGE_LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'ja'] as const;

export type PageLanguage = (typeof PAGE_LANGUAGES)[number];

/** The first of these, `pt-BR` as `pt`, in which the pages can be read; English for none. */
export function pageLanguageAmong(wanted: readonly unknown[]): PageLanguage {
  const bases = wanted.map((each) => String(each).toLowerCase().split('-', 1)[0]);
  return bases.flatMap((base) => PAGE_LANGUAGES.filter((each) => each === base))[0] ?? 'en';
}

const KEY = 'language';

/** What a person has chosen for this browser; null for what the browser asks for. */
export function chosenLanguage(): PageLanguage | null {
  const chosen = stored()[KEY];
  return PAGE_LANGUAGES.find((each) => each === chosen) ?? null;
}

/** What this page is read in. It stays as it is as long as the page is open; without a page it is English. */
export const pageLanguage: PageLanguage =
  typeof document === 'undefined' ? 'en' : (chosenLanguage() ?? pageLanguageAmong(navigator.languages));

/** Chooses a language, or null for what the browser asks for, and shows the page in it: seats and drafts are kept. */
export function chooseLanguage(language: PageLanguage | null): void {
  store({ [KEY]: language ?? '' });
  location.reload();
}
