/** Markers and points as small pictures, rasterized once per size so that they are as sharp as the SVG. */

import { MARKER_BOX, MARKER_PAD, markerOf, RING_BLACK, RING_WHITE } from '../../../dom/ui/markers.ts';

function canvasOf(width: number, height: number): [HTMLCanvasElement, CanvasRenderingContext2D | null] {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
  return [canvas, canvas.getContext('2d')];
}

/** The same drawing as the `Marker` component, `pixels` wide. */
export function paintMarker(index: number, initial: string, pixels: number, font: string): HTMLCanvasElement {
  const [canvas, context] = canvasOf(pixels, pixels);
  if (!context) return canvas;
  const { path, color, text, baseline, fontSize } = markerOf(index);
  const outline = new Path2D(path);
  const unit = canvas.width / MARKER_BOX;
  context.setTransform(unit, 0, 0, unit, MARKER_PAD * unit, MARKER_PAD * unit);
  context.lineJoin = 'round';
  context.lineWidth = RING_WHITE;
  context.strokeStyle = '#fff';
  context.stroke(outline);
  context.fillStyle = color;
  context.fill(outline);
  context.lineWidth = RING_BLACK;
  context.strokeStyle = '#000';
  context.stroke(outline);
  context.fillStyle = text;
  context.font = `800 ${fontSize}px ${font}`;
  context.textAlign = 'center';
  context.fillText(initial, 12, baseline);
  return canvas;
}

/** Height of a badge of points for a marker of this size. */
export const badgeSize = (marker: number): number => Math.max(13, Math.min(20, marker * 0.56));

/** White words in a black pill with a white line, `pixels` high. */
export function paintLabel(text: string, pixels: number, font: string): HTMLCanvasElement {
  const width = pixels * (text.length > 1 ? 0.7 + 0.58 * text.length : 1);
  const [canvas, context] = canvasOf(width, pixels);
  if (!context) return canvas;
  const line = pixels * 0.09;
  context.beginPath();
  context.roundRect(line / 2, line / 2, canvas.width - line, canvas.height - line, canvas.height / 2);
  context.fillStyle = '#000';
  context.fill();
  context.lineWidth = line;
  context.strokeStyle = '#fff';
  context.stroke();
  context.fillStyle = '#fff';
  context.font = `800 ${pixels * 0.64}px ${font}`;
  context.textAlign = 'center';
  context.fillText(text, canvas.width / 2, canvas.height * 0.73);
  return canvas;
}

/** Points in a white pill with a black line. */
export function paintBadge(points: number, pixels: number, font: string): HTMLCanvasElement {
  const text = String(points);
  const width = pixels * (text.length > 1 ? 1.5 : 1);
  const [canvas, context] = canvasOf(width, pixels);
  if (!context) return canvas;
  const line = pixels * 0.085;
  context.beginPath();
  context.roundRect(line / 2, line / 2, canvas.width - line, canvas.height - line, canvas.height / 2);
  context.fillStyle = '#fff';
  context.fill();
  context.lineWidth = line;
  context.strokeStyle = '#000';
  context.stroke();
  context.fillStyle = '#000';
  context.font = `800 ${pixels * 0.68}px ${font}`;
  context.textAlign = 'center';
  context.fillText(text, canvas.width / 2, canvas.height * 0.74);
  return canvas;
}
