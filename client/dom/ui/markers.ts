/**
 * The shapes that stand for people. Each can be told by its outline alone; the color only helps. The paths are drawn
 * on a square of 24 units and used by both the painter (`Path2D`) and the `Marker` component (SVG).
 */

export interface MarkerShape {
  readonly path: string;
  readonly color: string;
  /** Color of the initial: whichever of black and white stands out more. */
  readonly text: string;
  /** Baseline and size of the initial, in units. */
  readonly baseline: number;
  readonly fontSize: number;
}

const WHITE = '#ffffff';
const BLACK = '#111111';

const shape = (color: string, text: string, path: string, baseline = 16.6, fontSize = 13): MarkerShape => ({
  path,
  color,
  text,
  baseline,
  fontSize,
});

/** In the order of seats and of the chooser. A marker is an index into this list. */
export const MARKERS: readonly MarkerShape[] = [
  shape('#cf3a27', WHITE, 'M12 1.8 23 21.5H1z', 19, 10.5),
  shape('#2a6fdb', WHITE, 'M12 2a10 10 0 1 0 .01 0z'),
  shape('#f2b705', BLACK, 'M6.5 2.5h11L23 12l-5.5 9.5h-11L1 12z'),
  shape('#0b7d55', WHITE, 'M3 3h18v18H3z'),
  shape(
    '#8a3fd1',
    WHITE,
    'm12 .4 3.5 7.8 8.5.9-6.3 5.7 1.8 8.4L12 18.9l-7.5 4.3 1.8-8.4L0 9.1l8.5-.9z',
    16.5,
    10.5,
  ),
  shape('#f08a24', BLACK, 'M12 .5 23.5 12 12 23.5.5 12z', 16.4, 12.5),
  shape('#0b7c80', WHITE, 'M2.5 2.5h19v10L12 23.5l-9.5-11z', 14.6, 12.5),
  shape('#7a4a24', WHITE, 'M7 1.5h10V7h5.5v10H17v5.5H7V17H1.5V7H7z', 16, 11.5),
  shape(
    '#7cc7f2',
    BLACK,
    'M12 .5c5 6.2 8.3 10 8.3 14.2a8.3 8.3 0 0 1-16.6 0c0-4.2 3.3-8 8.3-14.2z',
    18.6,
    12,
  ),
  shape(
    '#f06aa6',
    BLACK,
    'M12 22.5C4 16.3 1 12.1 1 7.9 1 4.6 3.5 2 6.6 2 9 2 11 3.3 12 5.3 13 3.3 15 2 17.4 2 20.5 2 23 4.6 23 7.9c0 4.2-3 8.4-11 14.6z',
    15.8,
    11.5,
  ),
  shape('#3d4a63', WHITE, 'M12 1 23 11v11H1V11z', 19, 11.5),
  shape('#e6e6e0', BLACK, 'M6 21A6 6 0 0 1 6 9a6 6 0 0 1 12 0 6 6 0 0 1 0 12z', 18, 12),
  shape('#a5164f', WHITE, 'M1 6h22a11 13 0 0 1-22 0z', 16, 10.5),
  shape('#a8d52c', BLACK, 'M12 3a6 6 0 1 1 9 9 6 6 0 1 1-9 9 6 6 0 1 1-9-9 6 6 0 1 1 9-9z'),
  shape('#2ecfa3', BLACK, 'M1 22V3l6 7 5-8 5 8 6-7v19z', 19, 11.5),
  shape('#1b2147', WHITE, 'M8 4h8a8 8 0 0 1 0 16H8A8 8 0 0 1 8 4z'),
];

/** Room around the 24 units for the ring: the view box is `-2 -2 28 28`. */
export const MARKER_PAD = 2;
export const MARKER_BOX = 24 + 2 * MARKER_PAD;
/** Widths of the strokes that make the two-tone ring: white below, black above. */
export const RING_WHITE = 4.4;
export const RING_BLACK = 1.8;

/** The shape of an index; unknown numbers wrap around instead of failing. */
export function markerOf(index: number): MarkerShape {
  const at = ((Math.trunc(index) % MARKERS.length) + MARKERS.length) % MARKERS.length;
  return MARKERS[at] ?? (MARKERS[0] as MarkerShape);
}
