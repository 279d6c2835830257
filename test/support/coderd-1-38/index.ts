import { type CoderdVersion, DEFAULT_VERSION } from '../../../src/coder/versions';
import { number } from '../../../src/engine/values';
import {
  alert,
  badFrom,
  inputSeriesFor,
  line,
  mixin,
  row,
  timeSeries,
  valueOf,
} from '../../../src/observability/mixin';
import { above, max, over, promqlFor } from '../../../src/observability/promql';
import { METRICS } from './metrics';

const { gauge } = promqlFor(METRICS);
const { series } = inputSeriesFor(METRICS, {
  namespace: 'coder',
  job: 'coder/master-monitor',
  pod: 'coderd-a',
  container: 'coderd',
  endpoint: 'metrics',
  port: 2112,
});

const USED = over(
  max(gauge('go_sql_in_use_connections'), ['namespace', 'job', 'pod']),
  max(gauge('go_sql_max_open_connections'), ['namespace', 'job', 'pod']),
);

const poolExhausted = alert({
  name: 'CoderdPoolExhausted',
  group: 'database',
  thresholds: { ratio: number({ description: 'Used part of the pool.', default: 0.9, min: 0, max: 1 }) },
  rules: ({ ratio }) => [{ severity: 'warning', for: '10m', query: above(USED, ratio) }],
  summary: ({ label }) => `The pool of ${label('pod')} is used up.`,
  description: ({ value }) => value('percent'),
  runbook: { meaning: 'No connection is left.', impact: 'Requests wait.', diagnosis: [], mitigation: [] },
  scenarios: [
    {
      title: 'when all connections are in use',
      series: [series('go_sql_in_use_connections', '30x20'), series('go_sql_max_open_connections', '30x20')],
      minute: 15,
      fires: [{ pod: 'coderd-a' }],
    },
  ],
});

const { profile } = DEFAULT_VERSION.mixin;

/** A later version of coderd, as a test: other metrics, one alert and one dashboard, another port and image. */
export const CODERD_1_38: CoderdVersion<typeof METRICS> = {
  ...DEFAULT_VERSION,
  version: '1.38.0',
  kubeVersion: '>=1.24.0-0',
  chart: { ...DEFAULT_VERSION.chart, version: '0.2.0' },
  image: { ...DEFAULT_VERSION.image, repository: 'coderenvs/coder-service-next' },
  ports: { ...DEFAULT_VERSION.ports, metrics: { name: 'metrics', containerPort: 2113 } },
  metrics: METRICS,
  mixin: mixin({
    ...profile,
    metrics: METRICS,
    lean: { metrics: ['go_gc_pauses_seconds'], buckets: [] },
    groups: [{ name: 'database' }],
    recordings: () => [],
    recordingScenarios: [],
    alerts: [poolExhausted],
    dashboards: [
      {
        uid: 'coder-pool',
        title: 'Coder / Pool',
        description: 'Are connections left?',
        rows: [
          row('Pool', [
            timeSeries({
              title: 'Pool',
              how: 'The line is the bound of CoderdPoolExhausted.',
              lines: [line(USED, (label) => label('pod'))],
              thresholds: badFrom({ warning: valueOf({ alert: poolExhausted, name: 'ratio' }) }),
            }),
          ]),
        ],
      },
    ],
  }),
};
