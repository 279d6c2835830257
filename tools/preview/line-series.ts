import type { LineSeriesOption, BarSeriesOption } from 'echarts';
import type { CustomJson } from './dashboard-json';
import type { Field } from './fields';
import { reduceValues } from './reduce';
import { type PlotValues, stackOf } from './stack';
import { cssColor, paletteColor, shadeOf } from './theme';
import { thresholdColor, thresholds } from './thresholds';

/** Where and when a series is drawn. */
export interface Plotted {
  readonly times: readonly number[];
  readonly values: PlotValues;
  /** The number of its value axis. */
  readonly side: number;
}

/** The colour of a series: its own, that of its last value's threshold, or that of its number. */
export function seriesColor({ config, index, values }: Field): string {
  const { mode = 'palette-classic', fixedColor } = config.color ?? {};
  if (mode === 'fixed' && fixedColor !== undefined) return cssColor(fixedColor);
  if (mode === 'shades' && fixedColor !== undefined) return shadeOf(fixedColor, index);
  const last = mode === 'thresholds' ? reduceValues(values) : undefined;
  return (last === undefined ? undefined : thresholdColor(last, thresholds(config))) ?? paletteColor(index);
}

/** A field as a series of ECharts. */
export function lineSeries(field: Field, plotted: Plotted): LineSeriesOption | BarSeriesOption {
  const custom = field.config.custom ?? {};
  const stack = stackOf(field);
  const common = {
    data: plotted.times.map((time, i) => [time, plotted.values[i] ?? '-']),
    yAxisIndex: plotted.side,
    silent: true,
    color: seriesColor(field),
    emphasis: { disabled: true },
    ...(stack === undefined ? {} : { stack, stackStrategy: 'all' as const }),
  };
  if (custom.drawStyle === 'bars')
    return { type: 'bar', ...common, itemStyle: { opacity: Math.max(0.4, (custom.fillOpacity ?? 80) / 100) } };
  return { type: 'line', ...common, ...lineLook(custom, plotted.values) };
}

const DASHES: Readonly<Record<string, 'dashed' | 'dotted'>> = { dash: 'dashed', dot: 'dotted' };
const STEPS: Readonly<Record<string, 'start' | 'end'>> = { stepBefore: 'start', stepAfter: 'end' };
/** With fewer points than this, each is seen. */
const FEW = 12;

function lineLook(custom: CustomJson, values: PlotValues): LineSeriesOption {
  const isPoints = custom.drawStyle === 'points';
  const step = STEPS[custom.lineInterpolation ?? ''];
  const opacity = isPoints ? 0 : (custom.fillOpacity ?? 0) / 100;
  return {
    showSymbol: isPoints || showsPoints(custom, values),
    symbol: 'circle',
    symbolSize: 4,
    connectNulls: (custom.spanNulls ?? false) !== false,
    smooth: custom.lineInterpolation === 'smooth' ? 0.3 : false,
    lineStyle: isPoints ? { width: 0 } : stroke(custom),
    ...(step === undefined ? {} : { step }),
    ...(opacity === 0 ? {} : { areaStyle: { opacity } }),
  };
}

function showsPoints({ showPoints }: CustomJson, values: PlotValues): boolean {
  return showPoints === 'always' || (showPoints !== 'never' && values.filter((value) => value !== null).length < FEW);
}

function stroke({ lineWidth, lineStyle }: CustomJson): NonNullable<LineSeriesOption['lineStyle']> {
  return { width: lineWidth ?? 1.5, type: DASHES[lineStyle?.fill ?? ''] ?? 'solid' };
}
