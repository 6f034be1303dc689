/** Joins what is listed as a language does, `Ana, Ben and Cleo`. @param locale a BCP 47 tag: `en-GB` has no comma before “and” */
export function listIn(locale: string): (words: readonly string[]) => string {
  let format: Intl.ListFormat | undefined;
  return (words) => {
    format ??= new Intl.ListFormat(locale, { type: 'conjunction' });
    return format.format(words);
  };
}
