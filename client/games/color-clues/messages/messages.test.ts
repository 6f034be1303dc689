import { describe, expect, it } from 'vitest';
import { CELL_NAMES, FAMILIES } from '../../../../shared/games/color-clues/cell-names.ts';
import { messages as frenchGame } from '../../../i18n/game/fr.ts';
import { messages as frenchTable } from '../../../i18n/table/fr.ts';
import type { Who } from '../../../i18n/who.ts';
import { messages as germanAlone } from './alone/de.ts';
import { messages as germanBoard } from './board/de.ts';
import { messages as german } from './colors/de.ts';
import { messages as spanish } from './colors/es.ts';
import { messages as french } from './colors/fr.ts';
import { messages as japanese } from './colors/ja.ts';
import { messages as portuguese } from './colors/pt.ts';
import { messages as frenchEnd } from './end/fr.ts';
import { messages as de } from './table/de.ts';
import { messages as es } from './table/es.ts';
import { messages as fr } from './table/fr.ts';

const ana: Who = { name: 'Ana', isMine: false };
const ben: Who = { name: 'Ben', isMine: false };
const me: Who = { name: 'Cleo', isMine: true };

describe.each(Object.entries({ german, spanish, french, japanese, portuguese }))(
  'colors in %s',
  (_, messages) => {
    it('all have a name, and none has that of another', () => {
      const english = [...new Set(CELL_NAMES)];
      expect(Object.keys(messages.names).sort()).toEqual([...english].sort());
      expect(new Set(Object.values(messages.names)).size).toBe(english.length);
      expect(Object.keys(messages.families)).toEqual(FAMILIES.map(({ name }) => name));
      expect(new Set(Object.values(messages.families)).size).toBe(FAMILIES.length);
    });
  },
);

describe('German', () => {
  it.each([
    [[ana], me, 'Ana hat deine Gedanken gelesen.'],
    [[me], ana, 'Du hast die Gedanken von Ana gelesen.'],
    [[ana, ben], me, 'Ana und Ben haben deine Gedanken gelesen.'],
    [[me, ben], ana, 'Du und Ben habt die Gedanken von Ana gelesen.'],
    [[ben, me], ana, 'Ben und du habt die Gedanken von Ana gelesen.'],
  ] as const)('says who read whom: %j', (people, giver, said) => {
    expect(de.readMind(people, giver)).toBe(said);
  });

  it('counts', () => {
    expect([0, 1, 2].map((done) => de.havePlaced(done, 4))).toEqual([
      '0 von 4 haben gesetzt',
      '1 von 4 hat gesetzt',
      '2 von 4 haben gesetzt',
    ]);
    expect([0, 1, 7].map((many) => germanBoard.points(many))).toEqual(['0 Punkte', '1 Punkt', '7 Punkte']);
    expect([0, 1, 3].map((many) => de.getsForFrame(ana, many, many === 3, many))).toEqual([
      'Kein Stein im Rahmen: Ana bekommt 0.',
      'Ein Stein im Rahmen: Ana bekommt 1.',
      '3 Steine im Rahmen, mal 2: Ana bekommt 3.',
    ]);
    expect(de.cameClosest([me, ana], 1)).toBe('Du und Ana wart am nächsten: einen Schritt entfernt.');
    expect(de.twoAlike([me, ana], ['H14'])).toBe('Du und Ana denkt gleich: beide auf H14.');
    expect(germanAlone.placedHere('moosgrün', 1)).toBe('moosgrün, 1 Person hat hier gesetzt');
    expect(german.drift('Lila', 'Magenta', 1.44)).toBe('Lila setzt du 1,4 Spalten zu weit Richtung Magenta.');
  });
});

describe('French', () => {
  it('says who read whom', () => {
    expect(fr.readMind([me], ana)).toBe('Tu as lu dans les pensées d’Ana.');
    expect(fr.readMind([me, ana], ben)).toBe('Toi et Ana, vous avez lu dans les pensées de Ben.');
    expect(fr.readMind([ana, ben], me)).toBe('Ana et Ben ont lu dans tes pensées.');
  });

  it('leaves a vowel out before another, and counts places as one says them', () => {
    expect(french.drift('orange', 'indigo', 1.5)).toBe(
      'Pour l’orange, tu vises 1,5 colonne trop vers l’indigo.',
    );
    expect(french.drift('vert', 'jaune', 2)).toBe('Pour le vert, tu vises 2 colonnes trop vers le jaune.');
    expect([1, 2].map((place) => frenchGame.place(place, place === 2))).toEqual([
      '1ʳᵉ place',
      '2ᵉ place, à égalité',
    ]);
    expect(frenchTable.youShareWin(['Ana', 'Ben'])).toBe('Ana, Ben et toi gagnez ensemble');
  });

  it('counts: nothing and one and a half are singular', () => {
    expect([0, 1, 2].map((done) => fr.havePlaced(done, 4))).toEqual([
      '0 sur 4 a posé',
      '1 sur 4 a posé',
      '2 sur 4 ont posé',
    ]);
    expect([0, 1.5, 2].map((away) => frenchEnd.steps(away))).toEqual(['0 case', '1,5 case', '2 cases']);
  });
});

describe('Spanish', () => {
  it('says who read whom', () => {
    expect(es.readMind([ana], me)).toBe('Ana te ha leído la mente.');
    expect(es.readMind([me], ana)).toBe('Tú le has leído la mente a Ana.');
    expect(es.readMind([me, ben], ana)).toBe('Tú y Ben le han leído la mente a Ana.');
  });
});
