/** Id of a unit of Grafana; see https://grafana.com/docs/grafana/latest/panels-visualizations/configure-standard-options/#unit. */
export type GrafanaUnit =
  'short' | 'none' | 'percentunit' | 'ms' | 's' | 'd' | 'bytes' | 'binBps' | 'reqps' | 'ops' | 'opm' | 'dateTimeAsIso';

/** A colour of Grafana's palette. */
export type Color = 'green' | 'yellow' | 'orange' | 'red' | 'blue' | 'purple' | 'text' | 'transparent';

/** Kind of a panel. */
export type PanelType = 'timeseries' | 'stat' | 'gauge' | 'bargauge' | 'table' | 'heatmap';

/** What is plain JSON. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** Options of a panel, as Grafana names them. */
export type Options = Readonly<Record<string, Plain>>;

/** The data source that the variable chooses. */
export const DATASOURCE = { type: 'prometheus', uid: '$datasource' } as const;

/** A place on the grid of 24 columns; a unit of height is 38 pixels. */
export interface GridPos {
  readonly h: number;
  readonly w: number;
  readonly x: number;
  readonly y: number;
}

/** A colour from a value on. `null` is minus infinity, a text a marker. */
export type ThresholdStep<N = number | string> = {
  readonly value: N | null;
  readonly color: Color;
};

/** Texts in place of numbers. */
export interface ValueMapping {
  readonly type: 'value';
  readonly options: Readonly<Record<string, { readonly text: string; readonly index: number }>>;
}

/** How values of a panel are shown. */
export interface FieldDefaults<N = number | string> {
  readonly unit: GrafanaUnit;
  readonly decimals?: number;
  readonly min?: number;
  readonly max?: number;
  readonly noValue?: string;
  readonly thresholds?: { readonly mode: 'absolute'; readonly steps: readonly ThresholdStep<N>[] };
  readonly mappings?: readonly ValueMapping[];
  readonly custom?: Options;
}

/** How some values of a panel are shown otherwise. */
export interface FieldOverride {
  readonly matcher: { readonly id: 'byName' | 'byRegexp'; readonly options: string };
  readonly properties: readonly { readonly id: string; readonly value: Plain }[];
}

/** A query of a panel. */
export interface GrafanaTarget {
  readonly refId: string;
  readonly datasource: typeof DATASOURCE;
  readonly expr: string;
  readonly legendFormat?: string;
  readonly format?: 'table' | 'heatmap';
  readonly instant?: true;
  readonly range?: false;
}

/** A step between query and picture. */
export interface Transformation {
  readonly id: string;
  readonly options: Options;
}

/** A link to another dashboard. */
export interface GrafanaLink {
  readonly type: 'link' | 'dashboards';
  readonly title: string;
  readonly icon: string;
  readonly tooltip: string;
  readonly url: string;
  readonly tags: readonly string[];
  readonly asDropdown: boolean;
  readonly targetBlank: boolean;
  readonly includeVars: boolean;
  readonly keepTime: boolean;
}

/** A panel as Grafana reads it; `N` is how a threshold is written. */
export interface GrafanaPanel<N = number | string> {
  readonly id: number;
  readonly type: PanelType;
  readonly title: string;
  readonly description: string;
  readonly gridPos: GridPos;
  readonly datasource: typeof DATASOURCE;
  readonly interval?: string;
  readonly links?: readonly GrafanaLink[];
  readonly targets: readonly GrafanaTarget[];
  readonly fieldConfig: { readonly defaults: FieldDefaults<N>; readonly overrides: readonly FieldOverride[] };
  readonly options: Options;
  readonly transformations?: readonly Transformation[];
}

/** The heading of the panels below it. */
export interface GrafanaRow {
  readonly id: number;
  readonly type: 'row';
  readonly title: string;
  readonly collapsed: false;
  readonly gridPos: GridPos;
  readonly panels: readonly [];
}

/** A variable, chosen at the top of a dashboard. */
export interface Variable {
  readonly type: 'datasource' | 'query';
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  readonly query: string | { readonly qryType: number; readonly query: string; readonly refId: string };
  readonly datasource?: typeof DATASOURCE;
  readonly current: { readonly selected: boolean; readonly text: string | string[]; readonly value: string | string[] };
  readonly multi: boolean;
  readonly includeAll: boolean;
  readonly allValue?: string;
  readonly refresh: 1 | 2;
  readonly regex: string;
  readonly sort?: 1;
}

/** Marks on all graphs of a dashboard. */
export interface Annotation {
  readonly name: string;
  readonly datasource: typeof DATASOURCE;
  readonly enable: boolean;
  readonly iconColor: Color;
  readonly expr: string;
  readonly titleFormat: string;
  readonly step: string;
}

/**
 * A dashboard as Grafana reads it, except that a threshold may be a marker: `GrafanaDashboard<number>` has none.
 *
 * @see https://grafana.com/docs/grafana/latest/dashboards/build-dashboards/view-dashboard-json-model/
 */
export interface GrafanaDashboard<N = number | string> {
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly editable: false;
  readonly graphTooltip: 1;
  readonly schemaVersion: 41;
  readonly refresh: string;
  readonly time: { readonly from: string; readonly to: string };
  readonly timezone: 'browser';
  readonly links: readonly GrafanaLink[];
  readonly templating: { readonly list: readonly Variable[] };
  readonly annotations: { readonly list: readonly Annotation[] };
  readonly panels: readonly (GrafanaPanel<N> | GrafanaRow)[];
}
