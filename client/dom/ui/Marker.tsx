import { MARKER_BOX, MARKER_PAD, markerOf, RING_BLACK, RING_WHITE } from './markers.ts';

export interface MarkerProps {
  /** Index into `MARKERS`. */
  readonly index: number;
  /** One letter; empty for the shape alone (in the chooser). */
  readonly initial?: string;
  /** Width and height in CSS pixels. */
  readonly size?: number;
  /** Text alternative where the marker stands alone; without it the marker is decoration. */
  readonly label?: string;
}

/** A person's marker: shape, initial and a ring that stands out on any ground (black inside white). */
export function Marker({ index, initial = '', size = 28, label }: MarkerProps) {
  const { path, color, text, baseline, fontSize } = markerOf(index);
  const view = `-${MARKER_PAD} -${MARKER_PAD} ${MARKER_BOX} ${MARKER_BOX}`;
  return (
    <svg
      class="marker notranslate"
      width={size}
      height={size}
      viewBox={view}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <path d={path} fill={color} stroke="#fff" stroke-width={RING_WHITE} stroke-linejoin="round" />
      <path d={path} fill={color} stroke="#000" stroke-width={RING_BLACK} stroke-linejoin="round" />
      {initial && (
        <text x="12" y={baseline} font-weight="800" font-size={fontSize} text-anchor="middle" fill={text}>
          {initial}
        </text>
      )}
    </svg>
  );
}
