/** The result of a game as one picture, drawn here and sent nowhere: board, clues and points. */

import { ABOUT } from '../../../../shared/games/color-clues/about.ts';
import { CELLS, COLORS, COLUMNS, columnOf, ROWS, rowOf } from '../../../../shared/games/color-clues/board.ts';
import { faceOf, type MySeat } from '../../../store/faces.ts';
import { paintMarker } from '../board/stickers.ts';
import { boardText } from '../messages/board/index.ts';
import { text as endText } from '../messages/end/index.ts';
import { hexOf, labelOf } from '../store/cells.ts';
import { result } from '../store/result.ts';
import { standing, teamMark, teamOf } from '../store/teams.ts';
import type { View } from '../store/view.ts';

/** In units; the picture has twice as many pixels. */
const WIDTH = 1_080;
const PAD = 48;
const CELL = (WIDTH - 2 * PAD) / COLUMNS;
const BOARD_TOP = 132;
const BOARD_HEIGHT = CELL * ROWS;
const LINE = 46;
const GAP = 36;
const SCALE = 2;

const INK = '#151515';
const SOFT = '#5c5c5c';
const GROUND = '#f9f9f9';

/** Draws the picture. @throws Error where the browser cannot */
export async function resultPicture(view: View, me: MySeat): Promise<Blob> {
  const { game } = view;
  if (!game) throw new Error('no game');
  const { rows } = result({ game });
  const rounds = game.history;
  const lines = Math.max(rows.length, rounds.length);
  const height = BOARD_TOP + BOARD_HEIGHT + GAP + lines * LINE + PAD;
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH * SCALE;
  canvas.height = Math.round(height) * SCALE;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.scale(SCALE, SCALE);
  const fonts = fontsOfPage();
  const text = (
    words: string,
    x: number,
    y: number,
    look: { font: string; color?: string; most?: number },
  ) => {
    context.font = look.font;
    context.fillStyle = look.color ?? INK;
    context.fillText(clipped(context, words, look.most ?? Number.POSITIVE_INFINITY), x, y);
  };

  context.fillStyle = GROUND;
  context.fillRect(0, 0, WIDTH, height);
  text(ABOUT.title, PAD, 84, { font: `700 44px ${fonts.display}` });
  context.textAlign = 'right';
  const together = [standing(game), endText.soManyRounds(rounds.length)].filter(Boolean).join(' · ');
  text(together, WIDTH - PAD, 84, { font: `500 24px ${fonts.text}`, color: SOFT, most: 640 });
  context.textAlign = 'left';

  drawBoard(context);
  for (const { round, target, markers } of rounds) {
    if (target === null) continue;
    context.globalAlpha = 0.85;
    for (const { seat, cell } of markers) drawAt(context, cell, 18, faceOf(view, seat, me), fonts.text);
    context.globalAlpha = 1;
    drawTarget(context, target, round, fonts.text);
  }

  const top = BOARD_TOP + BOARD_HEIGHT + GAP;
  for (const [index, { seat, place, score }] of rows.entries()) {
    const y = top + index * LINE;
    const face = faceOf(view, seat, me);
    text(`${place}`, PAD, y + 30, { font: `700 22px ${fonts.text}`, color: SOFT });
    context.drawImage(
      paintMarker(face.marker, face.initial, 34 * SCALE, fonts.text),
      PAD + 34,
      y + 5,
      34,
      34,
    );
    const team = teamOf(game, seat);
    const name = team === null ? face.name : `${teamMark(team)} ${face.name}`;
    text(name, PAD + 80, y + 30, { font: `600 22px ${fonts.text}`, most: 220 });
    context.textAlign = 'right';
    text(String(score), PAD + 372, y + 31, { font: `700 26px ${fonts.display}` });
    context.textAlign = 'left';
  }
  const left = PAD + 430;
  for (const [index, { clues, target, round }] of rounds.entries()) {
    const y = top + index * LINE;
    context.fillStyle = target === null ? '#d6d6d6' : hexOf(target);
    context.beginPath();
    context.roundRect(left, y + 6, 52, 32, 6);
    context.fill();
    const words = clues.length > 0 ? clues.join(' · ') : boardText.noClue;
    text(`${round}`, left + 68, y + 30, { font: `500 20px ${fonts.text}`, color: SOFT });
    text(words, left + 100, y + 30, { font: `600 22px ${fonts.text}`, most: WIDTH - PAD - left - 170 });
    context.textAlign = 'right';
    text(target === null ? '–' : labelOf(target), WIDTH - PAD, y + 30, {
      font: `500 20px ${fonts.text}`,
      color: SOFT,
    });
    context.textAlign = 'left';
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
  });
}

/** The fonts of the page, as they are loaded by now. */
function fontsOfPage(): { readonly text: string; readonly display: string } {
  const style = getComputedStyle(document.documentElement);
  const text = getComputedStyle(document.body).fontFamily || 'sans-serif';
  return { text, display: style.getPropertyValue('--display').trim() || text };
}

/** Words that fit into a width, with dots for what does not. */
function clipped(context: CanvasRenderingContext2D, words: string, most: number): string {
  if (context.measureText(words).width <= most) return words;
  const letters = [...words];
  while (letters.length > 1 && context.measureText(`${letters.join('')}…`).width > most) letters.pop();
  return `${letters.join('')}…`;
}

const middleOf = (cell: number) => ({
  x: PAD + (columnOf(cell) + 0.5) * CELL,
  y: BOARD_TOP + (rowOf(cell) + 0.5) * CELL,
});

function drawBoard(context: CanvasRenderingContext2D): void {
  for (let cell = 0; cell < CELLS; cell++) {
    context.fillStyle = COLORS[cell] ?? '#808080';
    // A little larger than the cell, so that no ground shows between two.
    context.fillRect(PAD + columnOf(cell) * CELL, BOARD_TOP + rowOf(cell) * CELL, CELL + 0.5, CELL + 0.5);
  }
}

function drawAt(
  context: CanvasRenderingContext2D,
  cell: number,
  size: number,
  { marker, initial }: { readonly marker: number; readonly initial: string },
  font: string,
): void {
  const { x, y } = middleOf(cell);
  const picture = paintMarker(marker, initial, size * SCALE, font);
  context.drawImage(picture, x - size / 2, y - size / 2, size, size);
}

/** The frame of a revealed cell, with the number of its round. */
function drawTarget(context: CanvasRenderingContext2D, cell: number, round: number, font: string): void {
  const { x, y } = middleOf(cell);
  const side = CELL + 4;
  for (const [width, color] of [
    [6, '#fff'],
    [3, '#000'],
  ] as const) {
    context.lineWidth = width;
    context.strokeStyle = color;
    context.beginPath();
    context.roundRect(x - side / 2, y - side / 2, side, side, 6);
    context.stroke();
  }
  const radius = 11;
  context.beginPath();
  context.arc(x + side / 2, y - side / 2, radius, 0, 2 * Math.PI);
  context.fillStyle = '#000';
  context.fill();
  context.lineWidth = 2;
  context.strokeStyle = '#fff';
  context.stroke();
  context.fillStyle = '#fff';
  context.font = `700 13px ${font}`;
  context.textAlign = 'center';
  context.fillText(String(round), x + side / 2, y - side / 2 + 4.5);
  context.textAlign = 'left';
}
