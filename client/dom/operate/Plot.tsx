import 'uplot/dist/uPlot.min.css';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import UPlot from 'uplot';
import { clockOf } from '../../store/chat/time.ts';
import { type Series, SPAN_MS } from '../../store/operate/series.ts';
import type { ChartPlan, ChartProps } from './charts.ts';

const HEIGHT = 150;
const DASH = [5, 4];

/** A color of the page as the canvas understands it, in the theme of this moment. */
function inkOf(element: HTMLElement, name: '--ink' | '--soft' | '--line'): string {
  element.style.color = `var(${name})`;
  const { color } = getComputedStyle(element);
  element.style.color = '';
  return color;
}

/** Paints the lines of a chart; what it says is in words above it. */
export function Plot({ chart, series, at }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<UPlot | null>(null);
  useLayoutEffect(() => {
    const element = box.current!;
    const axis = {
      stroke: () => inkOf(element, '--soft'),
      grid: { stroke: () => inkOf(element, '--line'), width: 1 },
      ticks: { show: false },
      font: '12px Inter Variable, system-ui, sans-serif',
    };
    const drawn = new UPlot(
      {
        width: element.clientWidth,
        height: HEIGHT,
        legend: { show: false },
        cursor: { show: false },
        scales: { y: { range: (_plot, _min, max) => [0, Math.max(1, (max ?? 0) * 1.1)] } },
        axes: [
          {
            ...axis,
            size: 26,
            space: 70,
            values: (_plot, seconds) => seconds.map((each) => clockOf(each * 1_000)),
          },
          { ...axis, size: 44, space: 30 },
        ],
        series: [
          {},
          ...chart.lines.map((_line, index) => ({
            stroke: () => inkOf(element, index === 0 ? '--ink' : '--soft'),
            width: 2,
            points: { show: false },
            ...(index > 0 && { dash: DASH }),
          })),
        ],
      },
      dataOf(chart, series),
      element,
    );
    plot.current = drawn;
    const resized = new ResizeObserver(() => drawn.setSize({ width: element.clientWidth, height: HEIGHT }));
    resized.observe(element);
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    const redraw = () => drawn.redraw();
    scheme.addEventListener('change', redraw);
    return () => {
      resized.disconnect();
      scheme.removeEventListener('change', redraw);
      drawn.destroy();
      plot.current = null;
    };
  }, [chart]);
  useEffect(() => {
    plot.current?.setData(dataOf(chart, series), false);
    plot.current?.setScale('x', { min: (at - SPAN_MS) / 1_000, max: at / 1_000 });
  }, [at, series]);
  return <div ref={box} aria-hidden="true" />;
}

/** Times in seconds, then each line, as the painter wants them. */
const dataOf = ({ lines }: ChartPlan, series: Series): UPlot.AlignedData => [
  series.samples.map(({ at }) => at / 1_000),
  ...lines.map(({ of }) => [...of(series)]),
];
