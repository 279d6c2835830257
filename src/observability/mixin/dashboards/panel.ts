import type { AnyQuery, Duration, Query } from '../../promql';
import type {
  Color,
  FieldDefaults,
  FieldOverride,
  GrafanaUnit,
  GrafanaOptions,
  PanelType,
  Transformation,
} from './grafana';
import type { Expr } from '../../../engine/expr';

/** A query of a panel. */
export interface PanelTarget {
  /** Its metrics give the unit and the description of the panel. */
  readonly query: AnyQuery;
  /** What the series are called; `{{pod}}` is the value of a label. */
  readonly legend: string;
  /** Heading of the column, in a table. */
  readonly unit?: GrafanaUnit | undefined;
}

/** A query, and what its series are called: a text, or one made of labels that the query keeps. */
export function line<L extends string>(
  query: Query<L>,
  legend: string | ((label: (name: NoInfer<L>) => string) => string),
): PanelTarget {
  return { query, legend: typeof legend === 'string' ? legend : legend((name) => `{{${name}}}`) };
}

/** A colour from a value on. */
export interface ColorStep {
  /** A number, or one of `valueOf`. */
  readonly from: number | Expr<number>;
  /** Holds up to the next step. */
  readonly color: Color;
}

/** Colours of values: one to begin with, others from a bound on. */
export interface ColorSteps {
  /** Colour below the first step. */
  readonly base: Color;
  /** From the lowest bound to the highest. */
  readonly steps: readonly ColorStep[];
}

/** Bad from a bound on. */
export function badFrom(bounds: {
  readonly warning?: ColorStep['from'];
  readonly critical?: ColorStep['from'];
}): ColorSteps {
  const { warning, critical } = bounds;
  return {
    base: 'green',
    steps: [
      ...(warning === undefined ? [] : [{ from: warning, color: 'orange' } as const]),
      ...(critical === undefined ? [] : [{ from: critical, color: 'red' } as const]),
    ],
  };
}

/** Bad below a bound. */
export function badBelow(bounds: {
  readonly warning?: ColorStep['from'];
  readonly critical?: ColorStep['from'];
}): ColorSteps {
  const { warning, critical } = bounds;
  const isBoth = warning !== undefined && critical !== undefined;
  const first = critical ?? warning;
  return {
    base: critical === undefined ? 'orange' : 'red',
    steps: [
      ...(first === undefined ? [] : [{ from: first, color: isBoth ? 'orange' : 'green' } as const]),
      ...(isBoth ? [{ from: warning, color: 'green' } as const] : []),
    ],
  };
}

/** What every panel has. */
export interface PanelOptions {
  /** What is seen. */
  readonly title: string;
  /** How to read it; the help texts of the metrics follow by themselves. */
  readonly how: string;
  /** Columns of 24. */
  readonly width?: number;
  /** Lines of the grid. */
  readonly height?: number;
  /** By default that of the first query. */
  readonly unit?: GrafanaUnit;
  /** Digits after the point; by default as many as Grafana sees fit. */
  readonly decimals?: number;
  /** End of the scale; by default that of the data. */
  readonly max?: number;
  /** By default nothing is bad. */
  readonly thresholds?: ColorSteps;
  /** The least window of a rate, for what happens seldom. */
  readonly interval?: Duration;
  /** What to say when there is no series: only for panels where that is good news. */
  readonly empty?: string;
  /** A dashboard that tells more. */
  readonly more?: string;
}

/** A panel before a preset decides what of it is left. */
export interface Panel extends PanelOptions {
  /** Kind of panel in Grafana. */
  readonly type: PanelType;
  /** Its queries, in the order in which their series appear. */
  readonly targets: readonly PanelTarget[];
  /** Whether only the end of the time range is asked for, not its whole course. */
  readonly isInstant: boolean;
  /** How Grafana reads the answers. */
  readonly format: 'time_series' | 'table' | 'heatmap';
  /** What depends on the kind of panel, for the queries that a preset leaves. */
  readonly look: (targets: readonly PanelTarget[], unit: GrafanaUnit) => PanelLook;
}

/** What one kind of panel has and others have not. */
export interface PanelLook {
  /** Settings of this kind of panel. */
  readonly options: GrafanaOptions;
  /** Beside the unit and the thresholds; by default none. */
  readonly defaults?: Partial<FieldDefaults>;
  /** What differs for some series; by default nothing. */
  readonly overrides?: readonly FieldOverride[];
  /** What is done to the answers before they are drawn; by default nothing. */
  readonly transformations?: readonly Transformation[];
}

/** Shows some series in a colour of their own. */
export function inColor(legend: string | RegExp, color: Color): FieldOverride {
  const matcher =
    typeof legend === 'string'
      ? ({ id: 'byName', options: legend } as const)
      : ({ id: 'byRegexp', options: `/${legend.source}/` } as const);
  const mode = typeof legend === 'string' ? 'fixed' : 'shades';
  return { matcher, properties: [{ id: 'color', value: { mode, fixedColor: color } }] };
}
