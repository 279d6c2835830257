import { DEFAULT_VERSION } from '../../src/coder/versions';
import {
  type Evidence,
  type Metric,
  type MetricSubject,
  TARGET_LABELS,
  ownNames,
} from '../../src/observability/metrics';
import { type Dashboard, markdown } from '../../src/observability/mixin';
import { metricsOf } from '../../src/observability/promql';
import { metricsOfAlert } from './rules';

const { cell, code, page, table } = markdown;
const { alerts: ALERTS, dashboards: DASHBOARDS, lean, metrics } = DEFAULT_VERSION.mixin.profile;
const METRICS = ownNames(metrics).flatMap((name) => {
  const metric = metrics[name];
  return metric === undefined ? [] : [{ ...metric, name }];
});

interface NamedMetric extends Metric {
  readonly name: string;
}

const TITLES: Readonly<Record<MetricSubject, string>> = {
  api: 'API',
  websockets: 'Websockets',
  builds: 'Workspace builds',
  jobs: 'Background jobs',
  database: 'Database',
  license: 'License',
  networking: 'Networking',
  gc: 'Garbage collection of Go',
  heap: 'Heap of Go',
  memory: 'Memory of Go, by use',
  scheduler: 'Scheduler of Go',
  process: 'Process',
  scrape: 'Scrapes',
};

const EVIDENCE: Readonly<Record<Evidence, string>> = {
  documented: 'All labels are published in source code or documentation.',
  inferred: 'The help text mentions a label without its name. No rule or panel groups by it.',
  unknown: 'Nothing is published; there may be labels. No rule or panel groups by them.',
};

/** The page about the 91 metrics. */
export function metricsPage(): string {
  const subjects = Object.keys(TITLES) as readonly MetricSubject[];
  return page(
    '# Metrics',
    `The ${String(METRICS.length)} metrics of coderd 1.36, by subject. Generated from \`src/coder/versions\`. Types and help texts come from Coder's documentation; units, labels and buckets come from the linked sources and are never guessed from a name.`,
    'In addition to its own labels, every series has the labels that the PodMonitor or ServiceMonitor adds: ' +
      `${TARGET_LABELS.map(code).join(', ')}.`,
    '## Evidence for the labels',
    table(['Evidence', 'What it means'], Object.entries(EVIDENCE)),
    subjects.flatMap(subjectPart),
  );
}

function subjectPart(subject: MetricSubject): readonly string[] {
  const own = METRICS.filter((metric) => metric.subject === subject);
  return [`## ${TITLES[subject]}`, table(HEADS, own.map(row))];
}

const HEADS = ['Metric', 'Type', 'Unit', 'Labels', 'Evidence', 'Help', 'More', 'Alerts', 'Dashboards'];

function row(metric: NamedMetric): readonly string[] {
  const { name, type, unit, labels, evidence, help } = metric;
  const alerts = ALERTS.filter((alert) => metricsOfAlert(alert).includes(name));
  const dashboards = DASHBOARDS.filter(({ rows }) => metricsShown(rows).includes(name));
  return [
    code(name),
    type,
    unit,
    labels.map(code).join(', '),
    evidence,
    cell(help),
    cell(moreOf(metric)),
    alerts.map((alert) => `[${alert.name}](../runbooks/${alert.name}.md)`).join(', '),
    dashboards.map(({ title }) => cell(title.replace(/^Coder \/ /, ''))).join('; '),
  ];
}

function metricsShown(rows: Dashboard['rows']): readonly string[] {
  return rows.flatMap(({ panels }) =>
    panels.flatMap(({ targets }) => targets.flatMap(({ query }) => metricsOf(query))),
  );
}

function moreOf({ name, type, note, buckets, quantiles }: NamedMetric): string {
  const bounds = type === 'histogram' ? `Buckets: ${buckets.length === 0 ? 'not published' : numbers(buckets)}.` : '';
  const parts = type === 'summary' ? `Quantiles: ${numbers(quantiles)}.` : '';
  return [note ?? '', bounds, parts, leanOf(name)].filter((text) => text !== '').join(' ');
}

function numbers(all: readonly number[]): string {
  return all.map(String).join(', ');
}

function leanOf(name: string): string {
  if (lean.metrics.includes(name)) return 'Dropped by the preset lean.';
  const bounds = lean.buckets.find(({ histogram }) => histogram === name)?.bounds;
  return bounds === undefined ? '' : `The preset lean drops the buckets ${numbers(bounds)}.`;
}
