import type { Json } from '../../../engine/expr';

/** Id of a unit of Grafana; see https://grafana.com/docs/grafana/latest/panels-visualizations/configure-standard-options/#unit. */
export type GrafanaUnit =
  | 'short'
  | 'none'
  | 'percentunit'
  | 'ms'
  | 's'
  | 'dthms'
  | 'd'
  | 'bytes'
  | 'binBps'
  | 'reqps'
  | 'ops'
  | 'opm'
  | 'dateTimeAsIso'
  | 'time:YYYY-MM-DD';

/** A colour of Grafana's palette. */
export type Color = 'green' | 'yellow' | 'orange' | 'red' | 'blue' | 'purple' | 'text' | 'transparent';

/** Kind of a panel. */
export type PanelType = 'timeseries' | 'stat' | 'gauge' | 'bargauge' | 'table' | 'heatmap';

/** Options of a panel, as Grafana names them. */
export type GrafanaOptions = Readonly<Record<string, Json>>;

/** The data source that the variable chooses. */
export const DATASOURCE = { type: 'prometheus', uid: '$datasource' } as const;

/** A place on the grid of 24 columns; a unit of height is 38 pixels. */
export interface GridPos {
  /** Height. */
  readonly h: number;
  /** Width: columns of 24. */
  readonly w: number;
  /** Columns to its left. */
  readonly x: number;
  /** Lines above it. */
  readonly y: number;
}

/** A colour from a value on. `null` is minus infinity, a text a marker. */
export type ThresholdStep<N = number | string> = {
  /** Lower bound of the colour. */
  readonly value: N | null;
  /** Colour of the values up to the next step. */
  readonly color: Color;
};

/** Texts in place of numbers. */
export interface ValueMapping {
  /** Kind of mapping: one text for one value. */
  readonly type: 'value';
  /** The text for each value, and its place in the legend. */
  readonly options: Readonly<Record<string, { readonly text: string; readonly index: number }>>;
}

/** How values of a panel are shown. */
export interface FieldDefaults<N = number | string> {
  /** How Grafana writes the numbers. */
  readonly unit: GrafanaUnit;
  /** Digits after the point; by default as many as Grafana sees fit. */
  readonly decimals?: number;
  /** Beginning of the scale; by default that of the data. */
  readonly min?: number;
  /** End of the scale; by default that of the data. */
  readonly max?: number;
  /** Text where there is no data. */
  readonly noValue?: string;
  /** Colours by value, from the lowest bound to the highest. */
  readonly thresholds?: { readonly mode: 'absolute'; readonly steps: readonly ThresholdStep<N>[] };
  /** Texts in place of numbers. */
  readonly mappings?: readonly ValueMapping[];
  /** Settings that only this kind of panel has. */
  readonly custom?: GrafanaOptions;
}

/** How some values of a panel are shown otherwise. */
export interface FieldOverride {
  /** Series that differ: by their name, or by a regular expression for it. */
  readonly matcher: { readonly id: 'byName' | 'byRegexp'; readonly options: string };
  /** What differs; an id is a path in `FieldDefaults`, such as `color` or `custom.axisPlacement`. */
  readonly properties: readonly { readonly id: string; readonly value: Json }[];
}

/** A query of a panel. */
export interface GrafanaTarget {
  /** `A`, `B`, …: what transformations call the answer. */
  readonly refId: string;
  /** PromQL, in which `$`-names are variables. */
  readonly expr: string;
  /** What the series are called; by default their labels. */
  readonly legendFormat?: string;
  /** How the answer is read; by default as series over time. */
  readonly format?: 'table' | 'heatmap';
  /** Asks for the end of the time range only. */
  readonly instant?: true;
  /** Goes with `instant`: not the whole time range. */
  readonly range?: false;
}

/** A step between query and picture. */
export interface Transformation {
  /** Name of the transformation in Grafana. */
  readonly id: string;
  /** Settings of that transformation. */
  readonly options: GrafanaOptions;
}

/** A link to another dashboard. */
export interface GrafanaLink {
  /** One address, or all dashboards with the given tags. */
  readonly type: 'link' | 'dashboards';
  /** Text of the link. */
  readonly title: string;
  /** Name of an icon of Grafana. */
  readonly icon: string;
  /** Shown when the mouse rests on the link. */
  readonly tooltip: string;
  /** Address; empty for a link to dashboards. */
  readonly url: string;
  /** Dashboards that the link offers. */
  readonly tags: readonly string[];
  /** Whether the offered dashboards are in a menu. */
  readonly asDropdown: boolean;
  /** Whether it opens in a new tab. */
  readonly targetBlank: boolean;
  /** Whether the chosen variables go along. */
  readonly includeVars: boolean;
  /** Whether the time range goes along. */
  readonly keepTime: boolean;
}

/** A panel as Grafana reads it; `N` is how a threshold is written. */
export interface GrafanaPanel<N = number | string> {
  /** Unique in the dashboard, and made of the title: links to a panel name it. */
  readonly id: number;
  /** Kind of the panel. */
  readonly type: PanelType;
  /** Heading of the panel. */
  readonly title: string;
  /** Markdown, shown when the mouse rests on the heading. */
  readonly description: string;
  /** Place and size. */
  readonly gridPos: GridPos;
  /** Where its queries go; a query has no source of its own. */
  readonly datasource: typeof DATASOURCE;
  /** Smallest time between two points, such as `1m`; by default the interval of the data source. */
  readonly interval?: string;
  /** Links in the menu of the panel. */
  readonly links?: readonly GrafanaLink[];
  /** Its queries. */
  readonly targets: readonly GrafanaTarget[];
  /** How values are shown, and which of them otherwise. */
  readonly fieldConfig: { readonly defaults: FieldDefaults<N>; readonly overrides: readonly FieldOverride[] };
  /** Settings of this kind of panel. */
  readonly options: GrafanaOptions;
  /** What is done to the answers before they are drawn, in order. */
  readonly transformations?: readonly Transformation[];
}

/** The heading of the panels below it. */
export interface GrafanaRow {
  /** Unique in the dashboard. */
  readonly id: number;
  /** Tells a heading from a panel. */
  readonly type: 'row';
  /** Text of the heading. */
  readonly title: string;
  /** Place; a heading is one line high. */
  readonly collapsed: false;
  /** Rows are open: their panels follow in the list of the dashboard. */
  readonly gridPos: GridPos;
  /** Always empty, as the row is open. */
  readonly panels: readonly [];
}

/** A variable, chosen at the top of a dashboard. */
export interface Variable {
  /** A choice of data sources, or of values that a query finds. */
  readonly type: 'datasource' | 'query';
  /** Without the `$`. */
  readonly name: string;
  /** What stands beside the choice. */
  readonly label: string;
  /** Shown when the mouse rests on the label. */
  readonly description?: string;
  /** Type of data source, or a query for values of a label. */
  readonly query: string | { readonly qryType: number; readonly query: string; readonly refId: string };
  /** Where the query goes. */
  readonly datasource?: typeof DATASOURCE;
  /** What is chosen when the dashboard opens. */
  readonly current: { readonly selected: boolean; readonly text: string | string[]; readonly value: string | string[] };
  /** Whether several values can be chosen. */
  readonly multi: boolean;
  /** Whether "All" can be chosen. */
  readonly includeAll: boolean;
  /** Regular expression that stands for "All"; by default all values. */
  readonly allValue?: string;
  /** When its values are looked up: 1 as the dashboard opens, 2 as the time range changes. */
  readonly refresh: 1 | 2;
  /** Values that are offered; empty for all. */
  readonly regex: string;
  /** 1: by alphabet, ascending. */
  readonly sort?: 1;
}

/** Marks on all graphs of a dashboard. */
export interface Annotation {
  /** What the switch of the marks is called. */
  readonly name: string;
  /** Where the query goes. */
  readonly datasource: typeof DATASOURCE;
  /** Whether the marks are shown when the dashboard opens. */
  readonly enable: boolean;
  /** Colour of the marks. */
  readonly iconColor: Color;
  /** PromQL: a mark where it returns a series. */
  readonly expr: string;
  /** Text of a mark; `{{label}}` is the value of a label. */
  readonly titleFormat: string;
  /** Time between two points of the query, such as `60s`. */
  readonly step: string;
}

/**
 * A dashboard as Grafana reads it, except that a threshold may be a marker: `GrafanaDashboard<number>` has none.
 *
 * @see https://grafana.com/docs/grafana/latest/dashboards/build-dashboards/view-dashboard-json-model/
 */
export interface GrafanaDashboard<N = number | string> {
  /** Unique in Grafana, and part of the address of the dashboard. */
  readonly uid: string;
  /** What Grafana calls it. */
  readonly title: string;
  /** Shown in the settings of the dashboard. */
  readonly description: string;
  /** Words by which Grafana finds it, and links offer it. */
  readonly tags: readonly string[];
  /** Files are provisioned, so that changes in Grafana would be lost. */
  readonly editable: false;
  /** 1: the graphs share the crosshair. */
  readonly graphTooltip: 1;
  /** Version of this format, which decides how Grafana migrates it. */
  readonly schemaVersion: 41;
  /** Time between two refreshes, such as `1m`. */
  readonly refresh: string;
  /** Time range when it opens, such as `now-6h` to `now`. */
  readonly time: { readonly from: string; readonly to: string };
  /** Times are those of the reader's clock. */
  readonly timezone: 'browser';
  /** Links at the top. */
  readonly links: readonly GrafanaLink[];
  /** The variables, in the order of their choices. */
  readonly templating: { readonly list: readonly Variable[] };
  /** Marks on its graphs. */
  readonly annotations: { readonly list: readonly Annotation[] };
  /** Headings and panels, in reading order. */
  readonly panels: readonly (GrafanaPanel<N> | GrafanaRow)[];
}
