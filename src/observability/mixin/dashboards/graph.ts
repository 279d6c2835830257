import type { Query } from '../../promql';
import type { FieldOverride, GrafanaOptions } from './grafana';
import type { PanelLook, Panel, PanelOptions, PanelTarget } from './panel';
import { boundOf } from './steps';
import { observedUnitOf } from './unit';

/** What graphs over time have. */
export interface GraphOptions extends PanelOptions {
  /** One query a line, or a line for each of its series. */
  readonly lines: readonly PanelTarget[];
  /** Whether the series add up. */
  readonly isStacked?: boolean;
  /** Legends of series that stay out of the stack, such as a total. */
  readonly apart?: readonly string[];
  /** Bars for what happens at times, steps for what holds until it changes. */
  readonly draw?: 'line' | 'steps' | 'bars';
  /** Colours of single series; by default those of Grafana's palette. */
  readonly colors?: readonly FieldOverride[];
  /** Whether the scale begins at 0; by default it does. */
  readonly isFromZero?: boolean;
  /** A list below the graph, by default, or a table beside it, which also has the greatest value. */
  readonly legend?: 'list' | 'table';
}

/** A graph over time. */
export function timeSeries(options: GraphOptions): Panel {
  return {
    width: 8,
    height: 8,
    ...options,
    type: 'timeseries',
    targets: options.lines,
    isInstant: false,
    format: 'time_series',
    look: () => graphLook(options),
  };
}

function graphLook({
  isFromZero = true,
  colors = [],
  apart = [],
  legend = 'list',
  ...options
}: GraphOptions): PanelLook {
  return {
    defaults: { ...(isFromZero ? { min: 0 } : {}), custom: { ...strokes(options), ...endsOf(options, isFromZero) } },
    overrides: [...colors, ...apart.map(outOfStack)],
    options: {
      legend: LEGENDS[legend],
      tooltip: { mode: 'multi', sort: 'desc' },
    },
  };
}

/** Without `calcs`, Grafana shows names only. */
const LEGENDS = {
  list: { calcs: ['lastNotNull'] },
  table: {
    ...{ displayMode: 'table', placement: 'right', calcs: ['lastNotNull', 'max'] },
    // What does not fit is scrolled to: the greatest is seen.
    ...{ sortBy: 'Last *', sortDesc: true },
  },
} as const;

/** Ends that the scale reaches at least, so that a bound is seen which the data do not come near. */
function endsOf({ thresholds }: Pick<GraphOptions, 'thresholds'>, isFromZero: boolean): GrafanaOptions {
  const [first, last] = [thresholds?.steps[0], thresholds?.steps.at(-1)];
  return {
    ...(first === undefined || isFromZero ? {} : { axisSoftMin: boundOf(first) }),
    ...(last === undefined ? {} : { axisSoftMax: boundOf(last) }),
  };
}

/** What differs from Grafana's defaults. */
function strokes({ draw = 'line', isStacked = false, thresholds }: Omit<GraphOptions, 'legend'>): GrafanaOptions {
  const fillOpacity = draw === 'bars' ? 80 : isStacked ? 30 : 0;
  return {
    ...(draw === 'bars' ? { drawStyle: 'bars' } : {}),
    ...(draw === 'steps' ? { lineInterpolation: 'stepAfter' } : {}),
    ...(fillOpacity === 0 ? {} : { fillOpacity }),
    ...(isStacked ? { stacking: { mode: 'normal', group: 'A' } } : {}),
    ...(thresholds === undefined ? {} : { thresholdsStyle: { mode: 'line' } }),
  };
}

function outOfStack(legend: string): FieldOverride {
  return {
    matcher: { id: 'byName', options: legend },
    properties: [
      { id: 'custom.stacking', value: { mode: 'none', group: 'A' } },
      { id: 'custom.fillOpacity', value: 0 },
      { id: 'custom.lineWidth', value: 2 },
      { id: 'color', value: { mode: 'fixed', fixedColor: 'text' } },
    ],
  };
}

/** Where the observations of a histogram lie over time. */
export function heatmap<L extends string>(options: PanelOptions & { readonly of: Query<L | 'le'> }): Panel {
  return {
    width: 12,
    height: 8,
    ...options,
    type: 'heatmap',
    targets: [{ query: options.of, legend: '{{le}}' }],
    isInstant: false,
    format: 'heatmap',
    look: (_, unit) => heatmapLook(observedUnitOf(options.of) ?? unit, unit),
  };
}

function heatmapLook(axis: string, cells: string): PanelLook {
  return {
    options: {
      calculate: false,
      cellGap: 1,
      cellValues: { unit: cells },
      color: { mode: 'scheme', scheme: 'Oranges', scale: 'exponential', exponent: 0.5, steps: 64 },
      tooltip: { mode: 'single', yHistogram: true },
      yAxis: { unit: axis },
    },
  };
}
