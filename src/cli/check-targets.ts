import { at, isMap } from '../engine/values';
import { type FinishedObject, listAt, textAt } from './check-objects';
import { type LabelSource, type LabelValue, labelAfter } from './check-relabelings';

/** Labels that tell the metrics of one installation from those of others in Prometheus. */
export interface Target {
  /** The label `job`; empty where relabelings drop it. */
  readonly job: string;
  /** The label `namespace`. */
  readonly namespace: LabelValue;
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
  readonly elsewhere: (monitor: FinishedObject) => readonly Found[] | string;
  /** How the names begin that Prometheus gives to the labels of what is selected. */
  readonly prefix: string;
}

/** A target before it is relabeled. */
interface Found extends Target {
  readonly source: LabelSource;
}

const POD_LABELS = ['spec', 'template', 'metadata', 'labels'];
const POD_LABEL = '__meta_kubernetes_pod_label_';

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
      jobLabelOf(monitor) === ''
        ? [{ job: nameOfMonitor(monitor), namespace: undefined, source: { prefix: POD_LABEL } }]
        : 'its jobLabel is a label of pods',
    prefix: POD_LABEL,
  },
  ServiceMonitor: {
    endpoints: 'endpoints',
    labelsOf: ({ kind, content }) => (kind === 'Service' ? at(content, ['metadata', 'labels']) : undefined),
    job: (_, { name }) => name,
    elsewhere: () => 'its Service is not among the objects',
    prefix: '__meta_kubernetes_service_label_',
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
  const found = endpoints.flatMap((endpoint) => selected.map((one) => relabeled(one, endpoint)));
  return found.find((one) => typeof one === 'string') ?? found.filter((one) => typeof one !== 'string');
}

function selectedBy({ object, kind }: OfKind, objects: readonly FinishedObject[]): readonly Found[] | string {
  const labelled = objects.filter((one) => hasLabels(object, kind.labelsOf(one)));
  const selected = labelled.filter((one) => isIn(object, one));
  if (!labelled.some(({ namespace }) => namespace === object.namespace) && selected.length === 0)
    return kind.elsewhere(object);
  return selected.map((one) => {
    const labels = kind.labelsOf(one) as Labels;
    const label = textAt(labels, [jobLabelOf(object)]);
    const job = label === '' ? kind.job(object, one) : label;
    return { job, namespace: one.namespace, source: { prefix: kind.prefix, labels } };
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

/** What relabelings leave of a target, or why that is not known. */
function relabeled({ job: given, namespace, source }: Found, endpoint: unknown): Target | string {
  const job = labelAfter(endpoint, 'relabelings', 'job', [given, source]);
  if (job === undefined) return 'a relabeling writes the label job';
  const ofMetrics = labelAfter(endpoint, 'metricRelabelings', 'job', [job]);
  // The metric `up` is of the target, and relabelings of metrics do not reach it.
  if (ofMetrics !== job && ofMetrics !== '') return 'a relabeling of metrics writes the label job';
  const ofTarget = labelAfter(endpoint, 'relabelings', 'namespace', [namespace, source]);
  return { job: ofMetrics, namespace: labelAfter(endpoint, 'metricRelabelings', 'namespace', [ofTarget]) };
}
