import type { Json } from '../../src/engine/expr';
import { type Run, checked } from './command';

type Fields = Readonly<Record<string, Json>>;

const LABELS = { app: 'coderd' };

function object(kind: string, name: string, spec: Fields, metadata: Fields = {}): Json {
  return { kind, metadata: { name, namespace: 'coder', ...metadata }, spec };
}

/** What is found: pods with labels, and a Service with the same. */
export function pods(labels: Fields, namespace = 'coder'): readonly Json[] {
  const own = { namespace, labels: { ...LABELS, ...labels } };
  return [object('Deployment', 'coderd', { template: { metadata: own } }, own), object('Service', 'metrics', {}, own)];
}

/** Finds those pods. */
export function podMonitor(spec: Fields, endpoint: Fields = {}): Json {
  return object('PodMonitor', 'm', { selector: { matchLabels: LABELS }, podMetricsEndpoints: [endpoint], ...spec });
}

/** Finds that Service. */
export function serviceMonitor(spec: Fields): Json {
  return object('ServiceMonitor', 'm', { selector: { matchLabels: LABELS }, endpoints: [{}], ...spec });
}

/** A rule whose selector has matchers. */
export function rules(matchers: string, metric = 'up', group = 'coderd-scrape'): Json {
  const expr = `max by (job) (${metric}{${matchers}}) == 0`;
  return object('PrometheusRule', 'r', { groups: [{ name: group, rules: [{ alert: 'A', expr }] }] });
}

/** What the command says of objects. */
export function checkedObjects(...objects: readonly Json[]): Run {
  return checked(objects.map((one) => JSON.stringify(one)).join('\n---\n'));
}

/** Sees what the PodMonitor finds. */
export const DEFAULT = 'job="coder/m"';
/** A relabeling that always writes a job. */
export const REWRITE = { targetLabel: 'job', replacement: 'mine' };
