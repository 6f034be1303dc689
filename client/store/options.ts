import type { OptionField, Options, OptionsForm } from '../games/game.ts';
import { table } from '../i18n/table/index.ts';

/** The options of a table; what cannot be read counts as the standard. */
export function readOptions(form: OptionsForm, raw: unknown): Options {
  const given = (typeof raw === 'object' && raw !== null ? raw : {}) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(form.map((field) => [field.key, chosen(field, given[field.key])]));
}

const chosen = ({ choices, standard }: OptionField, value: unknown): string | number =>
  choices.find((choice) => choice.value === value)?.value ?? standard;

/** Those options that mean something beside the others. */
export const offered = (form: OptionsForm, options: Options): OptionsForm =>
  form.filter((field) => field.isOffered?.(options) ?? true);

/** The options in words, as rows of term and value. `players`: 0 where nobody sits yet. */
export const optionRows = (
  form: OptionsForm,
  options: Options,
  players: number,
): readonly (readonly [string, string])[] =>
  offered(form, options).map((field) => {
    const value = options[field.key] ?? field.standard;
    const label = field.choices.find((choice) => choice.value === value)?.label ?? '';
    return [field.label, field.words?.(value, players, options) ?? table.value(label)];
  });
