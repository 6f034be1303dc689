// Draws the plots of a report. Runs in the page, after uPlot and the data of the run.
const { plots, window: measured } = JSON.parse(document.getElementById('data').textContent);
const HEIGHT = 240;
const SMALL_HEIGHT = 180;

const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Marks what was measured; what is before and after it is pale. */
const shade = (chart) => {
  const [from, to] = measured;
  const { ctx, bbox } = chart;
  ctx.save();
  ctx.fillStyle = color('--panel');
  const left = Math.max(bbox.left, chart.valToPos(from, 'x', true));
  const right = Math.min(bbox.left + bbox.width, chart.valToPos(to, 'x', true));
  ctx.fillRect(left, bbox.top, right - left, bbox.height);
  ctx.restore();
};

const axis = (values, size) => ({
  stroke: color('--soft'),
  grid: { stroke: color('--line'), width: 1 },
  ticks: { stroke: color('--line'), width: 1 },
  font: '12px system-ui, sans-serif',
  ...(values && { values: (_, splits) => splits.map(values) }),
  ...(size && { size }),
});

/** 99 of the scale that goes on forever towards 100: each step leaves a tenth of what is above it. */
const percentile = (value) => {
  const share = 100 - 100 / 10 ** value;
  return `${Number(share.toFixed(3))} %`;
};

/** A line for 0, 90, 99, 99.9 %. */
const wholeSteps = (_chart, _axis, _from, to) =>
  Array.from({ length: Math.floor(to) + 1 }, (_, step) => step);

/** Where an axis of ratios may have a line. */
const RATIOS = [-3, -2, -1, 0, 1, 2].flatMap((power) => [1, 2, 5].map((digit) => digit * 10 ** power));
/** Beyond what is shown of the scale, as a factor. */
const MARGIN = 1.3;
const POINT = 9;

/** A bar from the least to the greatest of each column, and a line where both are the same. */
const ratioBars = (chart) => {
  const { ctx, bbox, data } = chart;
  const [x, , least, greatest] = data;
  const across = (value) => Math.round(chart.valToPos(value, 'y', true));
  ctx.save();
  ctx.strokeStyle = color('--ink');
  ctx.setLineDash([4, 4]);
  ctx.beginPath();
  ctx.moveTo(bbox.left, across(1));
  ctx.lineTo(bbox.left + bbox.width, across(1));
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.strokeStyle = color('--series-1');
  ctx.lineWidth = 3 * devicePixelRatio;
  for (const column of x) {
    const place = chart.valToPos(column, 'x', true);
    ctx.beginPath();
    ctx.moveTo(place, across(least[column]));
    ctx.lineTo(place, across(greatest[column]));
    ctx.stroke();
  }
  ctx.restore();
};

/** Ratios side by side, each with a dot for the median and a bar for the spread. */
const drawRatios = ({ id, labels, series, x, ys }) => {
  const place = document.getElementById(id);
  place.replaceChildren();
  const all = [1, ...ys.flat()];
  const range = [Math.min(...all) / MARGIN, Math.max(...all) * MARGIN];
  const label = (column) => labels[column] ?? '';
  new uPlot(
    {
      width: place.clientWidth,
      height: SMALL_HEIGHT,
      scales: {
        x: { time: false, range: [-0.5, x.length - 0.5] },
        y: { distr: 3, range },
      },
      axes: [
        { ...axis(label), splits: x, grid: { show: false } },
        {
          ...axis((value) => `${value} ×`, 56),
          splits: RATIOS.filter((ratio) => ratio >= range[0] && ratio <= range[1]),
          filter: (_, splits) => splits,
        },
      ],
      legend: { show: false },
      cursor: { show: false },
      series: [
        {},
        ...series.map((_, index) => ({
          stroke: color('--series-1'),
          fill: color('--series-1'),
          paths: () => null,
          points: { show: index === 0, size: POINT, fill: color('--series-1') },
        })),
      ],
      hooks: { draw: [ratioBars] },
    },
    [x, ...ys],
    place,
  );
};

const draw = ({ id, kind, unit, series, x, ys, isLog }) => {
  const place = document.getElementById(id);
  place.replaceChildren();
  /** What the legend says of the moment that the pointer is at. */
  const words = (value) =>
    value === null || value === undefined ? '' : `${Number(value.toPrecision(3))} ${unit}`;
  const isTime = kind === 'time';
  new uPlot(
    {
      width: place.clientWidth,
      height: HEIGHT,
      scales: {
        x: { time: false },
        y: isLog ? { distr: 3 } : { range: (_, __, max) => [0, Math.max(1, max * 1.1)] },
      },
      axes: [
        isTime ? axis((value) => `${value} s`) : { ...axis(percentile), splits: wholeSteps },
        axis((value) => (value === null ? '' : `${value}`), 56),
      ],
      series: [
        {
          label: isTime ? 'second' : 'percentile',
          value: (_, value) => (isTime ? value : percentile(value ?? 0)),
        },
        ...series.map((label, index) => ({
          label,
          stroke: color(`--series-${(index % 4) + 1}`),
          width: 2,
          dash: index > 3 ? [6, 4] : [],
          points: { show: x.length < 3 },
          spanGaps: true,
          value: (_, value) => words(value),
        })),
      ],
      hooks: isTime ? { drawClear: [shade] } : {},
    },
    [x, ...ys],
    place,
  );
};

const drawAll = () => {
  for (const plot of plots) (plot.kind === 'ratios' ? drawRatios : draw)(plot);
};
let timer;
addEventListener('resize', () => {
  clearTimeout(timer);
  timer = setTimeout(drawAll, 100);
});
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);
drawAll();
