import type { Language } from '../../core/languages.ts';

/**
 * The basic color names of other languages than English, as they are compared: in small letters, without accents. English
 * ones are refused everywhere. A language that is not here has the English ones alone.
 */
export const COLOR_NAMES_ABROAD: Partial<Record<Language, ReadonlySet<string>>> = {
  de: words(
    'rot rote roter rotes blau blaue blauer blaues grun grune gruner grunes gelb gelbe gelber gelbes lila violett orange rosa pink braun braune brauner braunes weiss weiß schwarz grau graue',
  ),
  es: words(
    'rojo roja rojos rojas azul azules verde verdes amarillo amarilla naranja rosa morado morada purpura violeta marron cafe blanco blanca negro negra gris grises',
  ),
  fr: words(
    'rouge rouges bleu bleue bleus vert verte verts jaune jaunes orange rose roses violet violette marron brun brune blanc blanche noir noire gris grise',
  ),
  it: words(
    'rosso rossa blu azzurro azzurra verde verdi giallo gialla arancione rosa viola marrone bianco bianca nero nera grigio grigia',
  ),
};

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
