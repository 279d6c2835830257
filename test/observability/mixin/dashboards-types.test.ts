import type { Dashboard, Panel, RowPanel } from '@grafana/grafana-foundation-sdk/dashboard';
import type * as bargauge from '@grafana/grafana-foundation-sdk/bargauge';
import type * as gauge from '@grafana/grafana-foundation-sdk/gauge';
import type * as heatmap from '@grafana/grafana-foundation-sdk/heatmap';
import type { Dataquery } from '@grafana/grafana-foundation-sdk/prometheus';
import type * as stat from '@grafana/grafana-foundation-sdk/stat';
import type * as table from '@grafana/grafana-foundation-sdk/table';
import type * as timeseries from '@grafana/grafana-foundation-sdk/timeseries';
import { max, over, sum } from '../../../src/observability/promql';
import type {
  GrafanaDashboard,
  GrafanaPanel,
  GrafanaRow,
  GrafanaTarget,
} from '../../../src/observability/mixin/dashboards/grafana';
import { stat as statPanel } from '../../../src/observability/mixin/dashboards/figure';
import { timeSeries } from '../../../src/observability/mixin/dashboards/graph';
import { line } from '../../../src/observability/mixin/dashboards/panel';
import { PROMQL } from '../../support/mixin';
import { table as tablePanel } from '../../../src/observability/mixin/dashboards/table';
import { EVERY_DASHBOARD, EVERY_PANEL } from './dashboards-support';

const { rate } = PROMQL;

/** A type of Grafana's as JSON has it: texts and numbers in place of enumerations, read-only. */
type Json<T> = T extends string
  ? `${T}`
  : T extends number
    ? PlainNumber<T>
    : T extends (infer I)[]
      ? readonly Json<I>[]
      : T extends object
        ? { readonly [K in keyof T as K extends '_implementsDataqueryVariant' ? never : K]: Json<T[K]> }
        : T;

/** A number of an enumeration as such. */
type PlainNumber<T extends number> = `${T}` extends `${infer N extends number}` ? N : number;

/** A type without its own property, and another one in its place. */
type With<T, P> = Omit<T, keyof P> & P;

describe('the types of Grafana', () => {
  test('accept every dashboard', () => {
    // Grafana's first schema is what the sidecar, the operator and every release since 10 read.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    type Shape = With<Json<Dashboard>, { readonly panels: readonly (Json<Panel> | Json<RowPanel>)[] }>;
    // The assignment is the claim, checked when the types are.
    const accepted: readonly Shape[] = EVERY_DASHBOARD.map(
      ({ json }): Shape => json satisfies GrafanaDashboard<number>,
    );
    expect(accepted).toHaveLength(EVERY_DASHBOARD.length);
  });

  test('accept panels, headings and queries', () => {
    const panel = (one: GrafanaPanel<number>): Json<Panel> => one;
    const row = (one: GrafanaRow): Json<RowPanel> => one;
    const target = (one: GrafanaTarget): Json<Dataquery> => one;
    expect([panel, row, target]).toHaveLength(3);
  });

  test('know every option that a panel sets', () => {
    const known: Readonly<Record<GrafanaPanel['type'], readonly string[]>> = {
      timeseries: ['legend', 'tooltip'] satisfies (keyof timeseries.Options)[],
      stat: ['graphMode', 'colorMode', 'textMode'] satisfies (keyof stat.Options)[],
      gauge: [] satisfies (keyof gauge.Options)[],
      bargauge: ['orientation', 'displayMode'] satisfies (keyof bargauge.Options)[],
      table: ['showHeader', 'sortBy'] satisfies (keyof table.Options)[],
      heatmap: ['calculate', 'cellGap', 'cellValues', 'color', 'tooltip', 'yAxis'] satisfies (keyof heatmap.Options)[],
    };
    const unknown = EVERY_PANEL.flatMap(({ where, panel }) =>
      Object.keys(panel.options)
        .filter((option) => !known[panel.type].includes(option))
        .map((option) => `${where}: ${option}`),
    );
    expect(unknown).toEqual([]);
  });

  test('know every stroke that a graph sets', () => {
    const known: readonly string[] = [
      'drawStyle',
      'lineInterpolation',
      'fillOpacity',
      'stacking',
      'thresholdsStyle',
      'axisSoftMin',
      'axisSoftMax',
    ] satisfies (keyof timeseries.FieldConfig)[];
    const set = EVERY_PANEL.flatMap(({ panel }) => Object.keys(panel.fieldConfig.defaults.custom ?? {}));
    expect(new Set(set)).toEqual(new Set(known));
  });
});

describe('the types of the kit', () => {
  const requests = rate('coderd_api_requests_processed_total');

  test('refuse a legend of a label that the query drops', () => {
    const kept = line(sum(requests, ['pod', 'code']), (label) => `${label('pod')} ${label('code')}`);
    expect(kept.legend).toBe('{{pod}} {{code}}');
    // @ts-expect-error -- the sum drops the label
    line(sum(requests, ['pod']), (label) => label('code'));
    // @ts-expect-error -- a sum over everything has no labels
    line(sum(requests), (label) => label('pod'));
  });

  test('refuse a column of other labels in a table', () => {
    const base = { title: 'T', how: 'H.' };
    const byPod = { query: sum(requests, ['pod']), title: 'By pod' };
    expect(tablePanel({ ...base, labels: { pod: 'Pod' }, columns: [byPod] }).targets).toHaveLength(1);
    const byCode = { query: sum(requests, ['code']), title: 'By code' };
    // @ts-expect-error -- rows cannot be matched
    tablePanel({ ...base, labels: { pod: 'Pod' }, columns: [byPod, byCode] });
    // @ts-expect-error -- the query drops the label
    tablePanel({ ...base, labels: { method: 'Method' }, columns: [byPod] });
  });

  test('refuse a unit that Grafana does not know', () => {
    const lines = [line(max(over(requests, 2)), 'half')];
    expect(timeSeries({ title: 'T', how: 'H.', lines, unit: 'reqps' }).unit).toBe('reqps');
    // @ts-expect-error -- no such unit
    statPanel({ title: 'T', how: 'H.', values: lines, unit: 'requests' });
  });
});
