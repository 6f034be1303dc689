/** In the page: by cell, pixels where the initial of a marker stands that are neither of its letter nor of its shape. */
export function strangePixels(
  markers: readonly { cell: string; color: string; text: string; baseline: number; fontSize: number }[],
): Record<string, string[]> {
  const canvas = document.querySelector<HTMLCanvasElement>('canvas:not(.board-pixels)')!;
  const context = canvas.getContext('2d')!;
  const at = canvas.getBoundingClientRect();
  const scale = canvas.width / at.width;
  const rgb = (hex: string) => [1, 3, 5].map((index) => Number.parseInt(hex.slice(index, index + 2), 16));
  const strange: Record<string, string[]> = {};
  for (const { cell, color, text, baseline, fontSize } of markers) {
    const [from, to] = [rgb(color), rgb(text)];
    const box = document.querySelector(`[role="gridcell"][aria-label^="${cell},"]`)!.getBoundingClientRect();
    // As wide as it is beside others on a phone, CSS pixels; its drawing is 28 units wide.
    const size = 20;
    const x = box.left + box.width / 2 - at.left;
    const y = box.top + box.height / 2 - at.top + ((baseline - 0.36 * fontSize - 12) / 28) * size;
    const reach = ((0.4 * fontSize) / 28) * size;
    const { data } = context.getImageData(
      (x - reach) * scale,
      (y - reach) * scale,
      2 * reach * scale,
      2 * reach * scale,
    );
    for (let i = 0; i < data.length; i += 4) {
      const pixel = [data[i]!, data[i + 1]!, data[i + 2]!];
      // How far it is from any mixture of the two.
      const along = to.map((value, channel) => value - from[channel]!);
      const length = along.reduce((sum, each) => sum + each * each, 0);
      const part =
        pixel.reduce((sum, value, channel) => sum + (value - from[channel]!) * along[channel]!, 0) / length;
      const nearest = from.map((value, channel) => value + Math.min(1, Math.max(0, part)) * along[channel]!);
      const off = Math.hypot(...pixel.map((value, channel) => value - nearest[channel]!));
      if (off > 40) strange[cell] = [...(strange[cell] ?? []), pixel.join()];
    }
  }
  return strange;
}
