import type { PageLanguage } from './language.ts';

/** The forms of a noun with its number; `other` is the one that every language has. */
type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/** Picks the form that a language uses for a count, by the plural rules of Unicode (CLDR), as the browser knows them. */
export function pluralIn(language: PageLanguage): (count: number, forms: Forms) => string {
  let rules: Intl.PluralRules | undefined;
  return (count, forms) => {
    rules ??= new Intl.PluralRules(language);
    return forms[rules.select(count)] ?? forms.other;
  };
}
