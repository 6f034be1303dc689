import type { ForbiddenWords, PlaceInClue } from './forbidden-words.ts';
import { isSameInGerman } from './same-word-german.ts';

/** The basic color names of German, as `foldGerman` leaves them. */
export const GERMAN_COLOR_NAMES = [
  'rot',
  'blau',
  'grun',
  'gelb',
  'lila',
  'violett',
  'orange',
  'rosa',
  'pink',
  'braun',
  'weiss',
  'schwarz',
  'grau',
] as const;

/** Endings of adjectives: roter, rotem, lilane. */
const BENT = 'n?e[mnrs]?';
/** What makes no new word of a color name: rötlich, röteste, Rotton, blaustichig, rosafarben. */
const ENDING = `(${BENT}|[ns]|er${BENT}|st${BENT}|est(${BENT})?|lich(${BENT})?|tone?|stich(ig(${BENT})?)?|farb(e|en|ig)(${BENT})?)?`;
/** German puts any noun before a color: feuerrot, tannengrün. Fewer letters than three are chance: Brot, Eigelb. */
const COLOR = new RegExp(`^(\\p{L}{3,})?(${GERMAN_COLOR_NAMES.join('|')})${ENDING}$`, 'u');
/** Bread, grist, toads, sweat, plants, eggs, daybreak, the glow of dawn and dusk: they only end like a color name. */
const NO_COLOR =
  /((?<!gel)brot|schrot)(e[ns]?|s)?$|kroten?$|schweiss(e[nrs]?)?$|(edelweiss|eiweiss|immergrun|wintergrun)(es|s)?$|lanzarote$|^[cp]arrots?$|eigelbe?$|morgengrauens?$|^(morgen|abend)rote$/;

/**
 * One spelling for what is one word: `ß` as `ss`, `ae` for `ä` as the `a` that is left of it. For words whose accents are
 * gone already.
 */
export const foldGerman = (word: string): string =>
  word
    .replaceAll('ß', 'ss')
    .replace(/([ao])e/g, '$1')
    // Not in "blauer" and "Steuer", where they are two sounds, nor in "Quelle".
    .replace(/(?<![aeq])ue/g, 'u');

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const POSITIONS = words(`
links rechts oben unten mitte mittig mittel mittlere mittlerer mittleres linke linker linkes rechte rechter rechtes obere
oberer oberes untere unterer unteres linksoben linksunten rechtsoben rechtsunten obenlinks obenrechts untenlinks
untenrechts rand rander ecke ecken zeile zeilen reihe reihen spalte spalten kante kanten seite seiten kastchen zelle
koordinate koordinaten nord norden sud suden ost osten west westen nordost nordosten nordwest nordwesten sudost sudosten
sudwest sudwesten zwischen neben daneben unter darunter unterhalb uber daruber oberhalb nahe naher nachbar nachbarn
nachste nachster nachstes hoher niedriger aussen innen diagonal waagerecht waagrecht senkrecht horizontal vertikal`);

const COMPARISONS = words(`
heller dunkler blasser bleicher kraftiger satter matter warmer kalter tiefer greller starker schwacher weicher
zarter truber intensiver leuchtender mehr weniger minder gleich gleiche gleicher gleiches derselbe dieselbe dasselbe
ahnlich ahnliche ahnlicher ahnliches genauso ebenso hellste hellster hellstes dunkelste dunkelster dunkelstes blasseste
kraftigste`);
/** What only compares where nothing stands after it: "heller" does, "heller Sand" is bright sand. */
const BEFORE_NOUN = /er$/;
/** Alone it is a part of a car; after a thing it compares. */
const RADIATOR = 'kuhler';

function isComparison(word: string, { isFirst, isLast }: PlaceInClue): boolean {
  if (word === RADIATOR) return isLast && !isFirst;
  return COMPARISONS.has(word) && (isLast || !BEFORE_NOUN.test(word));
}

const UNITS = 'ein zwei drei vier funf sechs sieben acht neun'.split(' ');
const TENS = 'zwanzig dreissig vierzig'.split(' ');
const NUMBERS = new Set([
  ...words(`null eins zwei zwo drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn
  siebzehn achtzehn neunzehn hundert halb halbe halber halbes halfte doppelt doppelte`),
  ...TENS,
  ...TENS.flatMap((ten) => UNITS.map((unit) => `${unit}und${ten}`)),
]);
/** Zweite, dritter, zwanzigstes. */
const ORDINAL =
  /^(erst|zweit|dritt|viert|funft|sechst|siebt|siebent|acht|neunt|zehnt|elft|zwolft|\p{L}+zehnt|(\p{L}+und)?(zwan|drei|vier)(ss|z)igst)(e[mnrs]?)$/u;

/** What may not be said in German. SPEC: rules 5.2, 5.3 */
export const GERMAN: ForbiddenWords = {
  fold: foldGerman,
  isColorName: (word) => COLOR.test(word) && !NO_COLOR.test(word),
  isPosition: (word) => POSITIONS.has(word),
  isNumber: (word) => NUMBERS.has(word) || ORDINAL.test(word),
  isComparison,
  endings: ['s', 'es', 'n', 'en', 'e', 'er', 'nen'],
  isSame: isSameInGerman,
};
