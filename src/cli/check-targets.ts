import { at, isMap } from '../engine/values';
import { type FinishedObject, listAt, textAt } from './check-objects';

/** Labels that tell the metrics of one installation from those of others in Prometheus. */
export interface Target {
  /** The label `job`. */
  readonly job: string;
  /** The label `namespace`; empty where the objects do not tell it. */
  readonly namespace: string;
}

/** A PodMonitor or ServiceMonitor, and what Prometheus finds with it. */
export interface Monitor extends FinishedObject {
  /** What it finds, or why the objects do not tell. */
  readonly found: readonly Target[] | string;
}

/** The monitors among some objects. */
export function monitorsIn(objects: readonly FinishedObject[]): readonly Monitor[] {
  return objects.flatMap((object) => {
    const kind = Object.hasOwn(KINDS, object.kind) ? KINDS[object.kind] : undefined;
    return kind === undefined ? [] : [{ ...object, found: foundBy({ object, kind }, objects) }];
  });
}

type Labels = Readonly<Record<string, unknown>>;

interface Kind {
  /** Where a monitor has its endpoints. */
  readonly endpoints: string;
  /** Labels by which an object is selected; `undefined` for an object of another kind. */
  readonly labelsOf: (object: FinishedObject) => unknown;
  /** The job that the Operator gives to what is selected. */
  readonly job: (monitor: FinishedObject, selected: FinishedObject) => string;
  /** What is found where nothing that could be selected is among the objects. */
  readonly elsewhere: (monitor: FinishedObject) => readonly Target[] | string;
}

const POD_LABELS = ['spec', 'template', 'metadata', 'labels'];

/**
 * Monitors by kind, as the Prometheus Operator reads them.
 *
 * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PodMonitorSpec
 */
const KINDS: Readonly<Record<string, Kind>> = {
  PodMonitor: {
    endpoints: 'podMetricsEndpoints',
    labelsOf: ({ kind, content }) => at(content, kind === 'Pod' ? ['metadata', 'labels'] : POD_LABELS),
    job: nameOfMonitor,
    elsewhere: (monitor) =>
      jobLabelOf(monitor) === '' ? [{ job: nameOfMonitor(monitor), namespace: '' }] : 'its jobLabel is a label of pods',
  },
  ServiceMonitor: {
    endpoints: 'endpoints',
    labelsOf: ({ kind, content }) => (kind === 'Service' ? at(content, ['metadata', 'labels']) : undefined),
    job: (_, { name }) => name,
    elsewhere: () => 'its Service is not among the objects',
  },
};

function nameOfMonitor({ namespace, name }: FinishedObject): string {
  return `${namespace}/${name}`;
}

function jobLabelOf({ content }: FinishedObject): string {
  return textAt(content, ['spec', 'jobLabel']);
}

interface OfKind {
  readonly object: FinishedObject;
  readonly kind: Kind;
}

function foundBy(monitor: OfKind, objects: readonly FinishedObject[]): readonly Target[] | string {
  if (monitor.object.namespace === '') return 'it has no namespace';
  const selected = selectedBy(monitor, objects);
  if (typeof selected === 'string') return selected;
  const endpoints = listAt(monitor.object.content, ['spec', monitor.kind.endpoints]);
  const found = endpoints.map((endpoint) => relabeled(selected, endpoint));
  return found.find((one) => typeof one === 'string') ?? found.flatMap((one) => (typeof one === 'string' ? [] : one));
}

const REWRITTEN = 'a relabeling writes the label job';

function selectedBy({ object, kind }: OfKind, objects: readonly FinishedObject[]): readonly Target[] | string {
  const labelled = objects.filter((one) => hasLabels(object, kind.labelsOf(one)));
  const selected = labelled.filter((one) => isIn(object, one));
  if (!labelled.some(({ namespace }) => namespace === object.namespace) && selected.length === 0)
    return kind.elsewhere(object);
  return selected.map((one) => {
    const label = textAt(kind.labelsOf(one), [jobLabelOf(object)]);
    return { job: label === '' ? kind.job(object, one) : label, namespace: one.namespace };
  });
}

function hasLabels({ content }: FinishedObject, labels: unknown): boolean {
  const { matchLabels = {}, matchExpressions } = (at(content, ['spec', 'selector']) ?? {}) as {
    readonly matchLabels?: Labels;
    readonly matchExpressions?: unknown;
  };
  // The monitors of this project have no expressions.
  return isMap(labels) && matchExpressions === undefined && isPart(matchLabels, labels);
}

function isPart(some: Labels, all: Labels): boolean {
  return Object.entries(some).every(([label, value]) => all[label] === value);
}

function isIn({ namespace, content }: FinishedObject, other: FinishedObject): boolean {
  const names = listAt(content, ['spec', 'namespaceSelector', 'matchNames']);
  const isAny = at(content, ['spec', 'namespaceSelector', 'any']) === true;
  return isAny || (names.length === 0 ? [namespace] : names).includes(other.namespace);
}

/** What relabelings of targets leave of them; those of metrics do not reach `up`, so then there is no one job. */
function relabeled(targets: readonly Target[], endpoint: unknown): readonly Target[] | string {
  const steps = listAt(endpoint, ['relabelings']);
  const jobs = steps.filter((step) => writes(step, 'job'));
  const constant = jobs.length === 0 ? undefined : constantOf(jobs.at(-1));
  const isUnknown = jobs.length > 0 && constant === undefined;
  if (isUnknown || listAt(endpoint, ['metricRelabelings']).some((step) => writes(step, 'job'))) return REWRITTEN;
  const isMoved = steps.some((step) => writes(step, 'namespace'));
  return targets.map(({ job, namespace }) => ({ job: constant ?? job, namespace: isMoved ? '' : namespace }));
}

function writes(step: unknown, label: string): boolean {
  return at(step, ['targetLabel']) === label;
}

/** What a relabeling writes in any case. */
function constantOf(step: unknown): string | undefined {
  const isPlain = /^(replace)?$/i.test(textAt(step, ['action'])) && at(step, ['regex']) === undefined;
  const replacement = at(step, ['replacement']);
  return isPlain && typeof replacement === 'string' && !replacement.includes('$') ? replacement : undefined;
}
