import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { shortNumber } from '../../store/operate/words.ts';
import type { ChartProps } from './charts.ts';

type Plot = ComponentType<ChartProps>;
let loading: Promise<Plot> | null = null;
const load = (): Promise<Plot> => {
  loading ??= import('./Plot.tsx').then((module) => module.Plot);
  return loading;
};

/** A chart with its newest values in words; what paints it is loaded when it is first needed. */
export function LazyChart({ chart, series, at }: ChartProps) {
  const [painter, setPainter] = useState<{ Plot: Plot } | null>(null);
  useEffect(() => {
    load().then(
      (Plot) => setPainter({ Plot }),
      () => {},
    );
  }, []);
  const words = chart.lines.map(({ label, of }) => {
    const latest = of(series).at(-1);
    return `${label} ${latest === null || latest === undefined ? '–' : shortNumber(latest)}`;
  });
  return (
    <figure class="panel operate-chart">
      <figcaption>
        <h3>{chart.title}</h3>
        <p class="small soft num" data-points={series.samples.length}>
          {words.map((each, index) => (
            <span key={chart.lines[index]!.label} data-line={index}>
              {each}
            </span>
          ))}
        </p>
      </figcaption>
      <div class="operate-plot">{painter && <painter.Plot chart={chart} series={series} at={at} />}</div>
    </figure>
  );
}
