/** Writes a number as a language does, with at most one decimal: `1.4`, `2`. */
export function numberIn(locale: string): (value: number) => string {
  let format: Intl.NumberFormat | undefined;
  return (value) => {
    format ??= new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
    return format.format(value);
  };
}
