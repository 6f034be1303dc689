import { createHash } from 'node:crypto';
import confusables from './data/confusables.json' with { type: 'json' };

/** Longer ones are hashed: some letters stand for whole sentences. */
const MAX_LOOK = 120;

/** What is read as a letter besides those of Unicode's table: digits, signs and small capitals. */
const READ_AS: readonly (readonly [look: string, chars: string])[] = [
  ['a', '4@∆∂ᴀ∀ɐʌ'],
  ['b', '8ßʙ'],
  ['c', '(ᴄ¢©'],
  ['d', 'ᴅ'],
  ['e', '3€ᴇ£ɛǝ'],
  ['f', 'ꜰƒ'],
  ['g', '9ɢ'],
  ['h', '#ʜ'],
  ['j', 'ᴊ'],
  ['k', 'ᴋ'],
  ['l', '1|iɪʟ¡'],
  ['m', 'ᴍ'],
  ['n', 'ɴ'],
  ['o', '0ᴏ°•●○◯⭕⚪⚫'],
  ['p', 'ᴘ'],
  ['q', 'ǫꞯ'],
  ['r', 'ʀ®'],
  ['s', '5$§ꜱ'],
  ['t', '7†‡+✝✞✟☦♰♱⸸ᴛ'],
  ['u', 'ᴜ'],
  ['v', '√ᴠ'],
  ['w', 'ᴡ'],
  ['x', '×✕✖✗✘❌'],
  ['y', '¥ʏ'],
  ['z', 'ᴢ'],
];
/** Signs that are a letter only inside of a word; at its end they are punctuation. */
const INSIDE = /[!|+(](?=\p{L})/gu;
const isSign = (char: string): boolean => /[!|+(]/u.test(char);

const looksOfChars = new Map<string, string>();
for (const [look, chars] of Object.entries(confusables.looks))
  for (const char of chars) looksOfChars.set(char, look);
const readAs = new Map(
  READ_AS.flatMap(([look, chars]) => Array.from(chars, (char) => [char, look] as const)),
);
/** Letters in black circles and squares, and those of flags. */
for (let letter = 0; letter < 26; letter++)
  for (const first of [0x1f150, 0x1f170, 0x1f1e6])
    readAs.set(String.fromCodePoint(first + letter), String.fromCodePoint(0x61 + letter));
const readAsLetters = new Map([...readAs].filter(([char]) => !isSign(char)));

/** Accents and points, which one may overlook. Marks of other scripts are letters in their own right. */
const ACCENTS = /[[\p{sc=Inherited}\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}]&&\p{M}]/gv;
const IGNORABLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

const mapped = (text: string, table: ReadonlyMap<string, string>): string =>
  Array.from(text, (char) => table.get(char) ?? char).join('');

/** UTS 39: decomposed, each character as the one that it looks like, decomposed again. */
const skeletonOf = (text: string): string => mapped(text.normalize('NFD'), looksOfChars).normalize('NFD');

function lookOf(text: string): string {
  const inside = text.replace(INSIDE, (sign) => (sign === '!' ? 'l' : (readAs.get(sign) ?? sign)));
  const letters = mapped(skeletonOf(inside).replace(ACCENTS, '').toLowerCase(), readAsLetters);
  return mapped(skeletonOf(letters).replace(ACCENTS, '').toLowerCase(), readAsLetters)
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
    .replaceAll('vv', 'w');
}
/** Signs themselves, of a name without any letter. */
const signsOf = (text: string): string => skeletonOf(text).replace(/[\s\p{M}]/gu, '');

/** A text as a key. */
export const short = (look: string): string =>
  look.length > MAX_LOOK ? createHash('sha256').update(look).digest('base64url') : look;

/** Most names are so, and each of their letters looks like one thing only. */
const PLAIN = /^[A-Za-z0-9 ]*[A-Za-z0-9][A-Za-z0-9 ]*$/;
const plainLooks = new Map(
  Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 ', (char) => [
    char,
    lookOf(char),
  ]),
);

type Looks = readonly [string, ...string[]];

/** Names that were looked at lately: whoever sits down is compared with all who sit there, each time. */
const lately = new Map<string, Looks>();
const MOST_LATELY = 500;
/** Longer texts are not kept, characters. */
const MAX_KEPT = 40;

/**
 * What a name looks like, 1–3 texts of 1–120 characters: as it is written, in capitals and in small letters. Two names can
 * be taken for one another when they have one of these in common. The first is how it is written.
 */
export function looksOf(name: string): Looks {
  const known = lately.get(name);
  if (known) return known;
  const looks = takeApart(name);
  if (name.length <= MAX_KEPT) {
    if (lately.size >= MOST_LATELY) lately.clear();
    lately.set(name, looks);
  }
  return looks;
}

function takeApart(name: string): Looks {
  if (PLAIN.test(name)) {
    let look = '';
    for (const char of name) look += plainLooks.get(char);
    return [short(look.includes('vv') ? look.replaceAll('vv', 'w') : look)];
  }
  const text = name.normalize('NFKC').replace(IGNORABLE, '');
  const [first, ...others] = [text, text.toUpperCase(), text.toLowerCase()].map(lookOf);
  if (!first) return [short(signsOf(text)) || text];
  return [short(first), ...new Set(others.map(short).filter((look) => look !== '' && look !== short(first)))];
}

/** Whether two names could be taken for one another. */
export const isLookAlike = (a: string, b: string): boolean => {
  const looks = looksOf(a);
  return looksOf(b).some((look) => looks.includes(look));
};

/** Scripts of living languages. Whatever has none of these may stand alone only. */
const SCRIPTS = (
  'Adlm Arab Armn Bali Beng Bugi Cakm Cans Cham Cher Cyrl Deva Ethi Geor Grek Gujr Guru Hebr Java Kali Khmr Knda Lana ' +
  'Laoo Latn Lepc Lisu Limb Mand Mlym Mong Mtei Mymr Newa Nkoo Olck Orya Osge Plrd Rohg Saur Sinh Sund Sylo Syrc Tale ' +
  'Talu Taml Tavt Telu Tfng Thaa Thai Tibt Vaii Wcho Yiii'
).split(' ');
const inScripts = (...scripts: string[]): RegExp =>
  new RegExp(
    `^[${scripts.map((script) => `\\p{scx=${script}}`).join('')}\\p{sc=Common}\\p{sc=Inherited}]+$`,
    'v',
  );
/** Scripts that are written together, UTS 39 "highly restrictive". */
const TOGETHER = [
  inScripts('Latn', 'Hani', 'Hira', 'Kana'),
  inScripts('Latn', 'Hani', 'Bopo'),
  inScripts('Latn', 'Hani', 'Hang'),
];
const ALONE = SCRIPTS.map((script) => inScripts(script));
const WITHOUT = new RegExp(
  `^[^${SCRIPTS.map((script) => `\\p{sc=${script}}`).join('')}\\p{sc=Hani}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Hang}\\p{sc=Bopo}]+$`,
  'v',
);

/** Whether a word has letters of scripts that are not written together: what has them wants to look like another word. */
export const isMixed = (name: string): boolean =>
  (name.normalize('NFKC').match(/[\p{L}\p{M}]+/gu) ?? []).some(
    (word) => ![...TOGETHER, ...ALONE, WITHOUT].some((script) => script.test(word)),
  );
