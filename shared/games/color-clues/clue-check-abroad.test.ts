import { describe, expect, it } from 'vitest';
import type { Language } from '../../core/languages.ts';
import { type ClueContext, checkClue, normalizeClue } from './clue-check.ts';

const at = (language: Language, more: Partial<ClueContext> = {}): ClueContext => ({
  words: 1,
  usedClues: [],
  strictness: 'strict',
  language,
  ...more,
});
const verdict = (text: string, context: ClueContext): string => {
  const checked = checkClue(text, context);
  return checked.ok ? 'ok' : checked.error.code;
};
const verdicts = (words: string, context: ClueContext) =>
  Object.fromEntries(words.split(' ').map((word) => [word, verdict(word, context)]));
const all = (words: string, code: string) => Object.fromEntries(words.split(' ').map((word) => [word, code]));

describe('At German tables (rule 5.2)', () => {
  const german = at('de');

  it.each([
    'rot Rote roter Rotes ROTEM rötlich rötlicher Röte röteste röter Rotton rotstichig blaustichiger rotfarben',
    'grün gruen Grünes blau blauer blaue bläulich blaeuliches gelb gelbe lila lilane violett rosa rosane pinke orange',
    'orangen orangefarbener weiß weiss Weißes weißlich schwarz schwärzlich grau graue gräulich braun braunes',
    'dunkelrot hellblau himmelblau tannengrün blutroter pechschwarz schneeweiß goldgelb blaugrün graubraunes altrosa',
    'gelbrot feuerrot Morgenrot mausgrau dottergelb',
  ])('color names are refused, with endings, after any word: %s', (words) => {
    expect(verdicts(words, german)).toEqual(all(words, 'clue_color_name'));
  });

  it('words that begin with one, or only look like one, pass (rule 5.3)', () => {
    const words =
      'Brot Weißbrot Butterbrot Butterbrote Schrot Karotte Kröte Schildkröte Schildkröten Grünkohl Rotkohl Rotwein ' +
      'Blaubeere Blaulicht Rotkehlchen Braunbär Schwarzwald Graubrot Weißwein Gelbwurst Orangensaft Orangerie Rose ' +
      'Rosen Prosa Mimosa Eigelb Eiweiß Edelweiß Immergrün Wintergrün Schweiß Angstschweiß Morgengrauen erröten ' +
      'Rotation Rotor Grotte Weizen Hinweis Beweis Raute Stau Tau Pfau Urlaub Laub Staub Taube Brauerei Braut ' +
      'Veilchen Flieder Türkis Magenta Purpur Gold Silber Feld Steuer Feuer Elfe Hellebarde Tomate Feuerwehrauto Lanzarote carrot parrots';
    expect(verdicts(words, german)).toEqual(all(words, 'ok'));
  });

  it.each([
    ['clue_position', 'links rechts oben unten Mitte Rand Ecke Zeile Spalte über unter höher nordwest h14 x'],
    [
      'clue_number',
      'drei zwölf zwoelf dreißig dreissig einundzwanzig erste zweiter siebzehnte zwanzigstes Hälfte',
    ],
    ['clue_comparison', 'heller dunkler blasser wärmer kräftiger mehr weniger gleich hellste ähnlich'],
  ])('%s: %s', (code, words) => {
    expect(verdicts(words, german)).toEqual(all(words, code));
  });

  it('"heller" before a thing is how it looks, after it a comparison', () => {
    const second = at('de', { words: 2 });
    expect(verdict('heller Sand', second)).toBe('ok');
    expect(verdict('dunkler Wald', second)).toBe('ok');
    expect(verdict('Sand heller', second)).toBe('clue_comparison');
    expect(verdict('mehr Sand', second)).toBe('clue_comparison');
    expect(verdict('heller Rotton', second)).toBe('clue_color_name');
  });

  it('a clue of this game is the same with ä as ae or a, ß as ss, and in its plural', () => {
    const german = at('de', { usedClues: ['apfel', 'tomate', 'straße', 'bar', 'welle'] });
    const words = 'Äpfel Aepfel Apfel Tomaten Strasse Straßen Bär Baer Bären Wellen';
    expect(verdicts(words, german)).toEqual(all(words, 'clue_repeated'));
    expect(verdict('Apfelbaum', german)).toBe('ok');
    expect(verdict('Tomaten', at('de', { voided: 'Tomate', strictness: 'off' }))).toBe('clue_repeated');
    // Elsewhere it is another word.
    expect(verdict('Tomaten', at('en', { usedClues: ['tomate'] }))).toBe('ok');
  });

  const DIFFERENT =
    'Ei/Eis Eis/Eisen Tee/Teer Kohl/Kohle Kohl/Kohlen Watt/Watte Hase/Hass Blut/Blüte Blut/Blüten Ast/Aster Reif/Reifen ' +
    'Mai/Mais Dach/Dachs Reis/Reise Rind/Rinde Buch/Buche List/Liste Kamm/Kammer Schal/Schale Mark/Marke Burg/Burger ' +
    'Heck/Hecke Deck/Decke Laub/Laube Koch/Kocher Pfeil/Pfeiler Kelle/Keller Falte/Falter Last/Laster Hall/Halle ' +
    'Butt/Butter Post/Posten Ruß/Russe';
  const SAME =
    'Apfel/Äpfel Tomate/Tomaten Welle/Wellen Ei/Eier Kuh/Kühe Uhr/Uhren See/Seen Bär/Bären Ast/Äste Hai/Haie Rad/Räder ' +
    'Hund/Hunde Kind/Kinder Wald/Wälder Feld/Felder Blatt/Blätter Stern/Sterne Frau/Frauen Königin/Königinnen Auto/Autos ' +
    'Feder/Federn Auge/Augen Berg/Berges Meer/Meeres Straße/Strassen reif/reife frisch/frischer wild/wildes alt/alte ' +
    'Rose/Rosen Kern/Kerne Lippe/Lippen';
  it('other words with the letters of an ending are other words, forms of one word are one', () => {
    const told = (list: string) =>
      list.split(' ').flatMap((pair) => {
        const [one = '', other = ''] = pair.split('/');
        const ways = [
          [one, other],
          [other, one],
        ] as const;
        return ways.map(
          ([used, said]) =>
            `${used}, ${said}: ${verdict(said, at('de', { usedClues: normalizeClue(used) }))}`,
        );
      });
    expect(told(DIFFERENT).filter((line) => !line.endsWith(': ok'))).toEqual([]);
    expect(told(SAME).filter((line) => !line.endsWith(': clue_repeated'))).toEqual([]);
  });

  it('a name in parts is a color name, and a word that is a thing as well is none', () => {
    const second = at('de', { words: 2 });
    for (const clue of ['gr ün', 'bl au', 'dunkelgr ün', 'ro te'])
      expect([clue, verdict(clue, second)]).toEqual([clue, 'clue_color_name']);
    expect(verdicts('Kühler Morgenröte Abendröte Morgenroete', german)).toEqual(
      all('Kühler Morgenröte Abendröte Morgenroete', 'ok'),
    );
    expect([verdict('kühler Sand', second), verdict('Sand kühler', second)]).toEqual([
      'ok',
      'clue_comparison',
    ]);
    expect(verdicts('Westen Zelle Seite', german)).toEqual(all('Westen Zelle Seite', 'clue_position'));
    expect(verdict('First', german)).toBe('clue_number');
  });

  it('English is refused there, too, and German nowhere else', () => {
    expect(verdict('greenish', german)).toBe('clue_color_name');
    const words = 'grün links drei heller';
    expect(verdicts(words, at('en'))).toEqual(all(words, 'ok'));
    expect(verdicts(words, at('fr'))).toEqual(all(words, 'ok'));
  });
});

describe('At tables of other languages (rule 5.2)', () => {
  it.each([
    ['fr', 'rouge VERTE bleus violet', 'cerise sapin ciel'],
    ['es', 'rojo Verdes púrpura marrón', 'cereza musgo cielo'],
    ['it', 'rosso blu arancione', 'ciliegia muschio cielo'],
    ['pt', 'vermelho azuis roxa lilás preto cinzenta', 'cereja musgo céu'],
    [
      'ja',
      '赤 赤い あか アカ ｱｶ 青い あおい 緑色 みどり きいろ 黄色い 紫 白っぽい 茶色 灰色 ピンク レッド 真っ赤 まっさお 薄紫 濃い緑 黄緑',
      '苔 あおさ アオサ さくら サクラ 海の底 お茶 茶 桃 赤ちゃん 白鳥 クリーム ラーメン 空 月',
    ],
  ] as const)('%s: %s are refused, %s pass', (language, refused, fine) => {
    expect(verdicts(refused, at(language))).toEqual(all(refused, 'clue_color_name'));
    expect(verdicts(fine, at(language))).toEqual(all(fine, 'ok'));
  });

  it('Japanese has no spaces: a word has up to 20 letters of any of its scripts', () => {
    const japanese = at('ja', { usedClues: ['さくら'] });
    expect(verdict('が'.repeat(20), japanese)).toBe('ok');
    expect(verdict('が'.repeat(21), japanese)).toBe('clue_word_too_long');
    expect(checkClue('ﾊﾟﾝﾀﾞ', japanese)).toMatchObject({ ok: true, value: { words: ['パンダ'] } });
    expect(verdict('海　底', japanese)).toBe('clue_too_many_words');
    expect(verdict('サクラ', japanese)).toBe('clue_repeated');
  });
});
