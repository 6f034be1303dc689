import { describe, expect, it } from 'vitest';
import { MARKER_NAMES } from '../../../shared/table/persons.ts';
import { identity } from '../../i18n/identity/index.ts';
import { MARKERS, markerOf } from './markers.ts';

const luminance = (hex: string) => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string) => {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
};

describe('markers', () => {
  it('are called what the clue check calls them', () => {
    expect(identity.markers).toEqual(MARKER_NAMES);
  });

  it('are enough for sixteen people and all different', () => {
    expect(MARKERS).toHaveLength(16);
    for (const key of ['path', 'color'] as const) {
      expect(new Set(MARKERS.map((marker) => marker[key])).size).toBe(16);
    }
  });

  it('have initials with a contrast of at least 4.5', () => {
    for (const [index, { color, text }] of MARKERS.entries()) {
      expect(contrast(color, text), MARKER_NAMES[index]).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('never fail for an index', () => {
    expect(markerOf(19)).toBe(MARKERS[3]);
    expect(markerOf(-1)).toBe(MARKERS[15]);
  });
});
