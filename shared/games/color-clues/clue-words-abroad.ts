import type { Language } from '../../core/languages.ts';
import { GERMAN } from './clue-words-german.ts';
import type { ForbiddenWords } from './forbidden-words.ts';

const never = () => false;

/** A language of which the basic color names are known, in small letters without accents, and nothing else. */
const colorsOnly = (
  isColorName: (word: string) => boolean,
  fold: (word: string) => string = (word) => word,
): ForbiddenWords => ({
  fold,
  isColorName,
  isPosition: never,
  isNumber: never,
  isComparison: never,
  endings: [],
  isSame: () => true,
});

function listed(list: string): ForbiddenWords {
  const names = new Set(list.trim().split(/\s+/));
  return colorsOnly((word) => names.has(word));
}

/** Japanese is written in two alphabets besides its signs: アカ as あか. */
const foldKana = (word: string): string =>
  word.replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));

/** Those that are as well the name of a thing (tea, peach, ash) need the sign for "color". */
const JAPANESE_NAMES =
  '赤|あか|青|あお|緑|みどり|黄|黄色|きいろ|橙|だいだい|紫|むらさき|白|しろ|黒|くろ|(茶|ちゃ|桃|もも|灰|はい|水|みず)(色|いろ)|ぴんく|おれんじ|れっど|ぶるー|ぐりーん|いえろー|ぱーぷる|ぶらうん|ほわいと|ぶらっく|ぐれー|ぐれい|まっか|まっさお';
const JAPANESE = new RegExp(
  `^(濃い?|こい|薄い?|うすい?|淡い?|あわい|深い?|ふかい|明るい|あかるい|暗い|くらい|真っ?|まっ|らいと|だーく)*((${JAPANESE_NAMES})(色|いろ)?)+(い|く|さ|み|系|の|っぽい)?$`,
);

/** Sea lettuce; it only sounds like being blue. */
const NO_JAPANESE_NAME = 'あおさ';

/**
 * Languages besides English whose words are refused at tables where they are spoken. A language that is not here has the
 * English ones alone. SPEC: rule 5.2
 */
export const FORBIDDEN_ABROAD: Partial<Record<Language, ForbiddenWords>> = {
  de: GERMAN,
  es: listed(
    'rojo roja rojos rojas azul azules verde verdes amarillo amarilla amarillos amarillas naranja naranjas rosa rosas rosado rosada morado morada morados moradas purpura violeta violetas marron marrones cafe blanco blanca blancos blancas negro negra negros negras gris grises',
  ),
  fr: listed(
    'rouge rouges bleu bleue bleus bleues vert verte verts vertes jaune jaunes orange oranges rose roses violet violette violets violettes marron marrons brun brune bruns brunes blanc blanche blancs blanches noir noire noirs noires gris grise grises',
  ),
  it: listed(
    'rosso rossa rossi rosse blu azzurro azzurra azzurri azzurre verde verdi giallo gialla gialli gialle arancione arancioni rosa viola marrone marroni bianco bianca bianchi bianche nero nera neri nere grigio grigia grigi grigie',
  ),
  pt: listed(
    'vermelho vermelha vermelhos vermelhas azul azuis verde verdes amarelo amarela amarelos amarelas laranja laranjas alaranjado alaranjada rosa rosas roxo roxa roxos roxas violeta violetas lilas castanho castanha castanhos castanhas marrom marrons branco branca brancos brancas preto preta pretos pretas negro negra negros negras cinza cinzas cinzento cinzenta',
  ),
  ja: colorsOnly((word) => word !== NO_JAPANESE_NAME && JAPANESE.test(word), foldKana),
};
