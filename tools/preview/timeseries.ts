import type { EChartsOption } from 'echarts';
import { type Side, axisOf, axisTitle, sidesOf } from './axis';
import { drawChart, gridOf, plotBox, timeAxis } from './echart';
import { type Field, hasValues, timesOf } from './fields';
import { type LegendEntry, legendOf } from './legend';
import { moved } from './svg';
import { lineSeries, seriesColor } from './line-series';
import { plotValues } from './stack';
import { thresholdMarks } from './threshold-marks';
import { type View, noData } from './view';

/** Lines, areas, bars or points over time, with up to two value axes, thresholds and a legend. */
export function drawTimeseries(view: View): string {
  const fields = view.fields.filter(isShown);
  if (!hasValues(fields)) return noData(view);
  const entries = fields.map((field): LegendEntry => ({ field, color: seriesColor(field) }));
  const legend = legendOf(view, entries);
  const isRight = legend.placement === 'right';
  const plotView = isRight
    ? { ...view, width: view.width - legend.width - 16 }
    : { ...view, height: view.height - legend.height - 6 };
  const place = isRight ? moved(plotView.width + 16, 2, legend.svg) : moved(0, plotView.height + 6, legend.svg);
  return drawPlot(plotView, fields) + place;
}

function isShown({ config: { custom } }: Field): boolean {
  return custom?.hideFrom?.viz !== true && custom?.hidden !== true;
}

function drawPlot(view: View, fields: readonly Field[]): string {
  const values = plotValues(fields);
  const sides = sidesOf(view, fields, values);
  const [left, right] = sides;
  const plot = plotBox(view, { left: left.room, right: Math.max(right?.room ?? 0, 12) });
  const times = timesOf(view.window).map((seconds) => seconds * 1000);
  const series = fields.map((field, i) =>
    lineSeries(field, { times, values: values[i] ?? [], side: sideOf(field, sides) }),
  );
  const option: EChartsOption = {
    grid: gridOf(view, plot),
    xAxis: timeAxis(view, plot),
    yAxis: sides.map((side) => axisOf(side, view)),
    series,
  };
  const [marked = fields[0]] = fields.filter(({ config }) => (config.custom?.thresholdsStyle?.mode ?? 'off') !== 'off');
  const scale = sides[marked === undefined ? 0 : sideOf(marked, sides)]?.scale ?? left.scale;
  const marks = thresholdMarks(marked?.config ?? {}, scale, plot, view.clock);
  return marks.behind + drawChart(view, option) + marks.before + sides.map((side) => axisTitle(side, plot)).join('');
}

function sideOf(field: Field, sides: readonly Side[]): number {
  return Math.max(
    0,
    sides.findIndex(({ fields }) => fields.includes(field)),
  );
}
