import type { YAXisComponentOption } from 'echarts';
import { type Bucket, bucketsOf } from './buckets';
import { drawChart, gridOf, plotBox, timeAxis } from './echart';
import { hasValues, timesOf } from './fields';
import { textWidth } from './font';
import { type Box, coordinate, element, moved, rect, text } from './svg';
import { HEAT, THEME } from './theme';
import { formatValue } from './units';
import { type View, message, noData } from './view';

const SIZE = 11;
const LEGEND = 26;

/** The buckets of a classic histogram over time: one row a bucket, the darker the more fell into it. */
export function drawHeatmap(view: View): string {
  if (!hasValues(view.fields)) return noData(view);
  const buckets = bucketsOf(view.fields);
  if (buckets.length === 0) return message(view, 'No series with a label "le" to draw');
  const greatest = Math.max(...buckets.flatMap(({ values }) => values.filter((value) => value !== null)), 0);
  if (greatest === 0) return noData(view);
  const labels = buckets.map(({ bound }) => boundText(bound, view));
  const chartView = { ...view, height: view.height - LEGEND };
  const plot = plotBox(chartView, { left: Math.max(...labels.map((label) => textWidth(label, SIZE))) + 14, right: 12 });
  const cells = drawCells(buckets, greatest, chartView, plot);
  const axes = drawChart(chartView, {
    grid: gridOf(chartView, plot),
    xAxis: timeAxis(chartView, plot),
    yAxis: bucketAxis(labels, plot),
    series: [],
  });
  return axes + cells + moved(plot.x, view.height - LEGEND + 8, colorScale(view, greatest, plot.width));
}

function boundText(bound: number, { panel, clock }: View): string {
  const { unit, decimals } = panel.options?.yAxis ?? {};
  const usual = panel.fieldConfig?.defaults?.unit;
  return bound === Infinity ? '+Inf' : `≤ ${formatValue(bound, unit ?? usual, decimals, clock)}`;
}

const MIN_ROW = 13;

/** With many buckets, only every second or third is named. */
function bucketAxis(labels: readonly string[], plot: Box): YAXisComponentOption {
  const every = Math.ceil((MIN_ROW * labels.length) / plot.height);
  return {
    type: 'category',
    data: [...labels],
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { color: THEME.dim, fontSize: SIZE, interval: every - 1 },
    splitLine: { show: false },
  };
}

/** The cells of one colour are one path, and neighbours in a row one rectangle: a picture has thousands of them. */
function drawCells(buckets: readonly Bucket[], greatest: number, { window }: View, plot: Box): string {
  const columns = timesOf(window).length;
  // A rate at a time is that of the step before it; the first cell would begin left of the axis.
  const x = (column: number): number => plot.x + (Math.max(0, column) / (columns - 1)) * plot.width;
  const row = plot.height / buckets.length;
  const paths = HEAT.map(() => [] as string[]);
  buckets.forEach(({ values }, i) => {
    const y = plot.y + plot.height - (i + 1) * row;
    for (const { level, from, to } of runs(values.map((value) => levelOf(value, greatest))))
      paths[level]?.push(
        `M${coordinate(x(from - 1))} ${coordinate(y + 0.5)}H${coordinate(x(to))}V${coordinate(y + row - 0.5)}H${coordinate(x(from - 1))}Z`,
      );
  });
  return paths
    .map((d, level) => (d.length === 0 ? '' : element('path', { d: d.join(''), fill: HEAT[level] })))
    .join('');
}

/** The colour of a value, by the square root of its share: small counts are to be seen beside large ones. */
function levelOf(value: number | null, greatest: number): number | undefined {
  if (value === null || !(value > greatest * 1e-9)) return undefined;
  return Math.min(HEAT.length - 1, Math.floor(Math.sqrt(value / greatest) * HEAT.length));
}

interface Run {
  readonly level: number;
  readonly from: number;
  readonly to: number;
}

function runs(levels: readonly (number | undefined)[]): readonly Run[] {
  const found: Run[] = [];
  levels.forEach((level, at) => {
    const last = found.at(-1);
    if (level === undefined) return;
    if (last !== undefined && last.level === level && last.to === at - 1) found[found.length - 1] = { ...last, to: at };
    else found.push({ level, from: at, to: at });
  });
  return found;
}

function colorScale({ panel, clock }: View, greatest: number, width: number): string {
  const { unit, decimals } = panel.options?.cellValues ?? {};
  const each = Math.min(22, width / 20);
  const shades = HEAT.map((fill, i) => rect({ x: 14 + i * each, y: 3, width: each, height: 8 }, { fill }));
  const style = { y: 11, size: 10, fill: THEME.dim };
  const end = 14 + HEAT.length * each + 6;
  return [
    text('0', { ...style, x: 0 }),
    ...shades,
    text(formatValue(greatest, unit, decimals, clock), { ...style, x: end }),
  ].join('');
}
