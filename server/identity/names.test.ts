import { describe, expect, it } from 'vitest';
import { sentenceFor } from '../../shared/core/refusals.ts';
import { seededRng } from '../../shared/core/seeded-rng.ts';
import { ACCOUNT_REFUSALS } from '../../shared/protocol/account-refusals.ts';
import { makeGuestName } from './guest-names.ts';
import { checkName, cleanText, isRude, MAX_NAME } from './names.ts';

describe('names', () => {
  it.each([
    ['  Zoë   Müller ', 'Zoë Müller'],
    ['Zoe\u0308', 'Zoë'],
    ['a\u202Eb\u200Bc\u0000d', 'abcd'],
    ['line\nbreak\u2028here', 'line break here'],
    [`a${'\u0334'.repeat(50)}`, `a${'\u0334'.repeat(3)}`],
    ['\u3164\u2800Anna', 'Anna'],
    ['😀 Anna', '😀 Anna'],
  ])('shows %j as %j', (raw, shown) => {
    expect(cleanText(raw)).toBe(shown);
  });

  it.each([
    'Bob',
    'Робот',
    'Ana-María',
    '李小龙',
    'Hostess',
    'Scunthorpe',
    'Modesty',
    'O’Neil',
    '😀😀',
    'Ali 2',
    '7',
  ])('accepts %s', (name) => {
    expect(checkName(name)).toEqual({ ok: true, value: name });
  });

  it.each(['', '   ', '\u200B\u3164', '\u0301\u0301'])('refuses the empty name %j', (name) => {
    expect(checkName(name)).toEqual({ ok: false, error: { code: 'bad_name', detail: 'empty' } });
  });

  it.each([
    'Admin',
    'ADMIN',
    'аdmin', // Cyrillic а
    'Ａｄｍｉｎ', // full width
    'ad\u200Bmin',
    'admin99',
    'Adm1n',
    'the Moderator',
    'Bot',
    'bot_7',
    'Anna (host)',
    'System',
    'Color Clues',
    'C0LOR-CLUES',
  ])('refuses %s, which could be taken for the game', (name) => {
    expect(checkName(name)).toMatchObject({ ok: false, error: { code: 'bad_name', detail: 'reserved' } });
  });

  it.each(['Fukuda', 'Emily Dickinson', 'Semenov', 'Cummings', 'Scunthorpe'])(
    'minds nothing about %s',
    (name) => {
      expect(checkName(name)).toEqual({ ok: true, value: name });
    },
  );

  it.each(['Schinken', 'Rittersporn', 'Fackel', 'Kanal', 'Fünfeck', 'Dickhäuter'])(
    'sees nothing rude in the German %s',
    (word) => {
      expect(isRude(word)).toBe(false);
    },
  );

  it.each(['fuck', 'sh1t', 'f u c k', 'ｆｕｃｋ', 'F.u.c.k'])('refuses the rude %s', (name) => {
    expect(checkName(name).ok).toBe(false);
    expect(isRude(name)).toBe(true);
  });

  it('counts characters as people do', () => {
    expect(checkName('👩🏽'.repeat(MAX_NAME)).ok).toBe(true);
    const refused = checkName('x'.repeat(MAX_NAME + 1));
    if (refused.ok) throw new Error('the name is too long');
    expect(sentenceFor(refused.error, ACCOUNT_REFUSALS)).toContain(String(MAX_NAME));
  });

  // biome-ignore format: names read best in rows
  it.each([
    'Łukasz', 'Zoë', 'Øyvind', "O'Neil", 'Jean-Luc', 'Þóra', 'Ömer', 'İpek', 'Nguyễn Thị', 'Dvořák', 'Ana María', 'Groß',
    'Ωμέγα', 'Νίκος', 'Μαρία', 'Дмитрий', 'Анна', 'Ђорђе', 'Оксана', 'Аня 🌻', 'Հայկ', 'ნინო', 'דָּוִד', 'שרה', 'محمد',
    'فاطمة', 'پریسا', 'عائشہ', 'ܡܪܝܡ', 'किशोर', 'राम', 'प्रिया', 'রহিম', 'ਗੁਰਪ੍ਰੀਤ', 'પ્રિયા', 'ସୁନୀତା', 'முருகன்', 'లక్ష్మి', 'ಕಾವ್ಯ',
    'മീനാക്ഷി', 'නිමල්', 'สมชาย', 'ສົມສັກ', 'បូផា', 'မောင်မောင်', 'བསྟན་འཛིན', 'አበበ', 'ᏌᏊᎾ', 'ᓴᓇᐃ', 'Монгол', 'ᠪᠠᠶᠠᠷ', '田中', 'さくら',
    'タナカ', 'キム太郎', '김민준', '小明A', '陳ㄋㄢˊ', 'Tシャツ', '한Kim', 'ⵎⴰⵙⵉⵏ', 'ߞߊ߬ߘߌ', '🦊', '😀😀', 'R2-D2', '¡Olé!', 'Dr. 李',
    'می\u200cنا', '👨‍👩‍👧 Kim',
  ])('lets somebody be called %s', (name) => {
    expect(checkName(name)).toEqual({ ok: true, value: name.normalize('NFC') });
  });

  it.each([
    'Мax',
    'Μax',
    'Ꮇax',
    'τom',
    'Ωmega',
    'Аnna',
    'pаypal',
    'Ivаn 2',
    'José Маria',
    'Ѕam',
    'Αнна',
    '𐌀nna',
    'Robiո',
  ])('refuses %s, a word in letters of two alphabets', (name) => {
    expect(checkName(name)).toMatchObject({ ok: false, error: { code: 'bad_name', detail: 'mixed' } });
  });

  it('gives guests names that pass its own check', () => {
    const rng = seededRng(1);
    for (let i = 0; i < 300; i++) {
      const name = makeGuestName(rng);
      expect(checkName(name), name).toEqual({ ok: true, value: name });
    }
  });
});
