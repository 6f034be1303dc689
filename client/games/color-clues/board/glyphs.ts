/** A small sign per hue family, as strokes on the unit square: `[x0, y0, x1, y1, …]`. No two are alike. */
export const GLYPHS: readonly (readonly (readonly number[])[])[] = [
  [[0.5, 0, 1, 0.5, 0.5, 1, 0, 0.5, 0.5, 0]], // lozenge
  [[0, 0, 1, 1]], // falling
  [[0, 0.75, 0.5, 0.2, 1, 0.75]], // roof
  [[0, 0.5, 1, 0.5]], // level
  [
    [0, 0.3, 1, 0.3],
    [0, 0.7, 1, 0.7],
  ], // two levels
  [
    [0.5, 0, 0.5, 1],
    [0, 0.5, 1, 0.5],
  ], // plus
  [[0.1, 0.1, 0.9, 0.1, 0.9, 0.9, 0.1, 0.9, 0.1, 0.1]], // box
  [[0, 1, 1, 0]], // rising
  [
    [0.3, 0, 0.3, 1],
    [0.7, 0, 0.7, 1],
  ], // two posts
  [
    [0, 0, 1, 1],
    [0, 1, 1, 0],
  ], // cross
  [[0, 0.25, 0.5, 0.8, 1, 0.25]], // valley
  [[0.5, 0, 0.5, 1]], // post
  [[0, 0.65, 0.33, 0.35, 0.66, 0.65, 1, 0.35]], // wave
  [[0, 0.15, 1, 0.15, 0.5, 0.9, 0, 0.15]], // triangle
];
