import { readFileSync, writeFileSync } from 'node:fs';
import { differenceCiede2000, parse } from 'culori';
import { seededRng } from '../shared/core/seeded-rng.ts';

/**
 * Deals the 480 cells to 120 cards of four so that the colors on a card are at least ΔE2000 25 apart. Run once; the
 * table is frozen, since stored games refer to cards by their index.
 */
const MIN_DIFFERENCE = 25;
const data = new URL('../shared/games/color-clues/data/', import.meta.url);
const board: string[][] = JSON.parse(readFileSync(new URL('board-spectrum.json', data), 'utf8'));
const colors = board.flat().map((hex) => parse(hex));
const difference = differenceCiede2000();
const apart = (a: number, b: number) => difference(colors[a]!, colors[b]!) >= MIN_DIFFERENCE;

const rng = seededRng(480);
const deal = rng.shuffle(colors.map((_, cell) => cell));
const clashes = (card: number) => {
  const cells = deal.slice(card * 4, card * 4 + 4);
  return cells.flatMap((a, i) => cells.slice(i + 1).filter((b) => !apart(a, b))).length;
};
for (let card = 0; card < deal.length / 4; ) {
  if (clashes(card) === 0) {
    card++;
    continue;
  }
  const here = card * 4 + rng.int(4);
  const there = rng.int(deal.length);
  const other = Math.floor(there / 4);
  if (other === card) continue;
  const before = clashes(card) + clashes(other);
  [deal[here], deal[there]] = [deal[there]!, deal[here]!];
  if (clashes(card) + clashes(other) > before || (other < card && clashes(other) > 0)) {
    [deal[here], deal[there]] = [deal[there]!, deal[here]!];
  }
}
const cards = Array.from({ length: deal.length / 4 }, (_, card) => deal.slice(card * 4, card * 4 + 4));
writeFileSync(
  new URL('cards.json', data),
  `[\n${cards.map((cells) => `  [${cells.join(', ')}]`).join(',\n')}\n]\n`,
);
