import { Testing } from 'cdk8s';
import { Coder } from '../../../src/coder/constructs';
import { LEAN, METRICS } from '../../support/mixin';
import { byKey } from '../../support/manifests';
import type { Json } from '../../../src/engine/expr';

interface Relabeling {
  readonly action: string;
  readonly sourceLabels: readonly string[];
  readonly regex: string;
}

type Series = Readonly<Record<string, string>>;

function relabelings(preset: 'full' | 'lean' | 'native'): readonly Relabeling[] {
  const chart = Testing.chart();
  new Coder(chart, 'coder', { metrics: { preset } });
  const monitor = byKey(Testing.synth(chart) as readonly Json[])['PodMonitor/master-monitor'] as unknown as {
    readonly spec: { readonly podMetricsEndpoints: readonly { readonly metricRelabelings?: readonly Relabeling[] }[] };
  };
  return monitor.spec.podMetricsEndpoints.flatMap(({ metricRelabelings = [] }) => metricRelabelings);
}

function droppedBy(preset: Parameters<typeof relabelings>[0], all: readonly Series[]): readonly Series[] {
  const rules = relabelings(preset);
  return all.filter((series) => isDropped(series, rules));
}

/** @see https://prometheus.io/docs/prometheus/latest/configuration/configuration/#relabel_config */
function isDropped(series: Series, rules: readonly Relabeling[]): boolean {
  return rules.some(({ action, sourceLabels, regex }) => {
    const joined = sourceLabels.map((label) => series[label] ?? '').join(';');
    return action === 'drop' && new RegExp(`^(?:${regex})$`).test(joined);
  });
}

/** One series of each name that a metric has in a scrape. */
function seriesOf([name, { type }]: readonly [string, { readonly type: string }]): readonly Series[] {
  const first = type === 'histogram' ? '_bucket' : '';
  const suffixes = type === 'histogram' || type === 'summary' ? [first, '_sum', '_count'] : [''];
  return suffixes.map((suffix) => ({ __name__: name + suffix }));
}

const ALL = Object.entries(METRICS);
const BOUNDS = ['1', '5', '10', '50', '500', '5000', '10000', '+Inf'].flatMap((le) => [le, `${le}.0`]);
const buckets = BOUNDS.map((le): Series => ({ __name__: 'coderd_api_request_latencies_ms_bucket', le }));

describe('of what coderd sends, Prometheus drops', () => {
  test('with "lean" every series of the metrics that it names, and of no other', () => {
    const dropped = ALL.filter(([name]) => LEAN.metrics.includes(name));
    const gone = droppedBy('lean', ALL.flatMap(seriesOf));
    expect(gone).toEqual(dropped.flatMap(seriesOf));
    expect(gone).toContainEqual({ __name__: 'go_gc_pauses_seconds_total_bucket' });
  });

  test('with "lean" the buckets that it names, as Prometheus 2 and 3 write their bounds', () => {
    expect(droppedBy('lean', buckets).map(({ le }) => le)).toEqual(
      LEAN.buckets.flatMap(({ bounds }) => bounds).flatMap((bound) => [String(bound), `${String(bound)}.0`]),
    );
  });

  test.each(['full', 'native'] as const)('with "%s" nothing', (preset) => {
    expect(droppedBy(preset, [...ALL.flatMap(seriesOf), ...buckets])).toEqual([]);
  });
});
