/**
 * Signs that end a vowel (canonical class "virama"): a joiner after one chooses the form of what follows. Of each block,
 * as of Unicode 18.
 */
const VIRAMAS =
  '\\u094d\\u09cd\\u0a4d\\u0acd\\u0b4d\\u0bcd\\u0c4d\\u0ccd\\u0d3b\\u0d3c\\u0d4d\\u0dca\\u0e3a\\u0eba\\u0f84\\u1039\\u103a' +
  '\\u1714\\u1715\\u1734\\u17d2\\u1a60\\u1b44\\u1baa\\u1bab\\u1bf2\\u1bf3\\ua806\\ua82c\\ua8c4\\ua953\\ua9c0\\uaaf6\\uabed' +
  '\\u{11046}\\u{11070}\\u{1107f}\\u{110b9}\\u{11133}\\u{11134}\\u{111c0}\\u{11235}\\u{112ea}\\u{1134d}\\u{11442}\\u{114c2}' +
  '\\u{115bf}\\u{1163f}\\u{116b6}\\u{1172b}\\u{11839}\\u{1193d}\\u{1193e}\\u{119e0}\\u{11a34}\\u{11a47}\\u{11c3f}\\u{11d45}';
/** Letters that change with their neighbors. */
const JOINING = ['Arab', 'Syrc', 'Mand', 'Mong', 'Nkoo', 'Phag', 'Adlm', 'Rohg', 'Sogd', 'Chrs']
  .map((script) => `\\p{scx=${script}}`)
  .join('');
const JOINING_LETTER = `[[${JOINING}]&&[\\p{L}]]`;
const AFTER_LETTER = `(?<=${JOINING_LETTER}\\p{M}{0,4})`;
const INDIC_LETTER =
  '[\\p{sc=Beng}\\p{sc=Deva}\\p{sc=Gujr}\\p{sc=Guru}\\p{sc=Knda}\\p{sc=Mlym}\\p{sc=Orya}\\p{sc=Sinh}\\p{sc=Taml}\\p{sc=Telu}]';
const EMOJI = '\\p{Extended_Pictographic}';

/**
 * Where a joiner (U+200C, U+200D) has a meaning, by the rules of UAX 31 and RFC 5892 (ContextJ): after a virama; between
 * joining letters, as the half-space of Persian, and after one that shall look joined; before a virama of India; between
 * emoji.
 */
const MEANINGFUL = [
  `(?<=[${VIRAMAS}])[\\u200c\\u200d]`,
  `${AFTER_LETTER}\\u200c(?=${JOINING_LETTER})`,
  `${AFTER_LETTER}\\u200d`,
  `(?<=${INDIC_LETTER})\\u200d(?=[${VIRAMAS}])`,
  `(?<=${EMOJI}[\\ufe0f\\p{Emoji_Modifier}]{0,2})\\u200d(?=${EMOJI})`,
].join('|');
/** Looks around only where there is one. */
const JOINERS = new RegExp(`(?=[\\u200c\\u200d])(?:(${MEANINGFUL})|.)`, 'gv');
const RUNS = /([\u200c\u200d])[\u200c\u200d]+/g;

/** A text with the joiners that a script or an emoji needs, one at a time, and without those that only hide. */
export const withNeededJoiners = (text: string): string => text.replace(RUNS, '$1').replace(JOINERS, '$1');
