import type { Language } from '../../core/languages.ts';

/** What bots can speak. */
export const BOT_LANGUAGES = ['en', 'de'] as const satisfies readonly Language[];

export type BotLanguage = (typeof BOT_LANGUAGES)[number];

/** What bots speak at a table of a language: that one if they can, otherwise English. SPEC: rule 11.6 */
export const botLanguage = (language: Language): BotLanguage =>
  BOT_LANGUAGES.find((each) => each === language) ?? 'en';
