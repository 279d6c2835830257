import type { Json } from '../../../engine/expr';
import type { AnyQuery, Query } from '../../promql';
import type { FieldOverride, GrafanaUnit } from './grafana';
import type { PanelLook, Panel, PanelOptions, ColorSteps, PanelTarget } from './panel';
import { refIdOf } from './ref-id';
import { stepsOf } from './steps';
import { unitOf } from './unit';

/** A column of a table, whatever labels its query keeps. */
export interface AnyColumn {
  /** What the column shows. */
  readonly query: AnyQuery;
  /** Its heading. */
  readonly title: string;
  /** By default that of the query. */
  readonly unit?: GrafanaUnit;
  /** Colors of its values; by default none. */
  readonly thresholds?: ColorSteps;
  /** The number is a constant, shown only by the labels. */
  readonly isHidden?: boolean;
}

/** A column of a table: the last value of each series. */
export interface TableColumn<L extends string> extends AnyColumn {
  /** One value for each row: its labels choose the row. */
  readonly query: Query<L>;
}

/** What a table has. */
export interface TableOptions<L extends string> extends PanelOptions {
  /** Labels to show, with their headings, in order. */
  readonly labels: { readonly [K in L]?: string };
  /** From left to right, after the labels. */
  readonly columns: readonly TableColumn<L>[];
  /** Heading of the column by which rows are sorted, the greatest first. */
  readonly sortedBy?: string;
  /** Pixels of columns of labels, by heading; the others share what is left. */
  readonly widths?: Readonly<Record<string, number>>;
}

/** A table, whatever labels its queries keep. */
interface AnyTable {
  readonly headings: Readonly<Record<string, string>>;
  readonly columns: readonly AnyColumn[];
  readonly sortedBy: string | undefined;
  readonly widths: Readonly<Record<string, number>>;
  readonly empty: string | undefined;
}

/** A table with a row for each set of labels. */
export function table<L extends string>(options: TableOptions<L>): Panel {
  const { columns, sortedBy, empty, widths = {} } = options;
  const headings = options.labels as Readonly<Record<string, string>>;
  return {
    width: 24,
    height: 9,
    ...options,
    type: 'table',
    targets: options.columns.map(({ query, title }) => ({ query, legend: title })),
    isInstant: true,
    format: 'table',
    look: (targets) => tableLook({ headings, columns, sortedBy, widths, empty }, targets),
  };
}

function tableLook(
  { headings, columns, sortedBy, widths, empty }: AnyTable,
  targets: readonly PanelTarget[],
): PanelLook {
  const kept = columns.filter(({ query }) => targets.some((target) => target.query === query));
  const names = valueNames(kept);
  return {
    overrides: [
      ...Object.values(headings).flatMap((heading) => labelLook(heading, widths[heading], empty)),
      ...kept.filter(({ isHidden }) => isHidden !== true).map(columnLook),
    ],
    options: {
      showHeader: true,
      sortBy: sortedBy === undefined ? [] : [{ displayName: sortedBy, desc: true }],
    },
    transformations: [
      ...(kept.length > 1 ? [{ id: 'merge', options: {} }] : []),
      { id: 'organize', options: organized(headings, kept, names) },
    ],
  };
}

/** What Grafana calls the numbers of each query. */
function valueNames(kept: readonly AnyColumn[]): readonly string[] {
  return kept.length === 1 ? ['Value'] : kept.map((_, i) => `Value #${refIdOf(i)}`);
}

/** Names that Grafana or Prometheus give to columns nobody reads. */
const NOISE = ['Time', '__name__', 'alertstate', 'container', 'endpoint', 'instance', 'job'];

function organized(
  labels: Readonly<Record<string, string>>,
  kept: readonly AnyColumn[],
  names: readonly string[],
): Readonly<Record<string, Json>> {
  const hidden = [...NOISE.filter((name) => !(name in labels)), ...names.filter((_, i) => kept[i]?.isHidden === true)];
  const renamed = names.map((name, i) => [name, kept[i]?.title ?? name]);
  return {
    excludeByName: Object.fromEntries(hidden.map((name) => [name, true])),
    indexByName: Object.fromEntries([...Object.keys(labels), ...names].map((name, i) => [name, i])),
    renameByName: { ...labels, ...(Object.fromEntries(renamed) as Readonly<Record<string, string>>) },
  };
}

/** Grafana writes the text for no data into a cell without a text, too. */
function labelLook(heading: string, width?: number, empty?: string): readonly FieldOverride[] {
  const properties = [
    ...(empty === undefined ? [] : [{ id: 'noValue', value: '-' }]),
    ...(width === undefined ? [] : [{ id: 'custom.width', value: width }]),
  ];
  return properties.length === 0 ? [] : [{ matcher: { id: 'byName', options: heading }, properties }];
}

/** Pixels that a number with its unit, and its heading, take. */
const NUMBER = 120;

function columnLook({ query, title, unit, thresholds }: AnyColumn): FieldOverride {
  const colored = [
    { id: 'thresholds', value: thresholds === undefined ? null : stepsOf(thresholds) },
    { id: 'custom.cellOptions', value: { type: 'color-text' } },
  ];
  return {
    matcher: { id: 'byName', options: title },
    properties: [
      { id: 'unit', value: unit ?? unitOf(query) ?? 'none' },
      { id: 'custom.width', value: NUMBER },
      ...(thresholds === undefined ? [] : colored),
    ],
  };
}
