import {
  type Expr,
  type TreeMap,
  type Value,
  literal,
  merge,
  mergeShared,
  namedTemplate,
  unlessEmpty,
} from '../../engine/expr';
import type { IDENTITY_LABELS, POD_LABELS } from '../values';
import type { PartProps } from './part';

type TextMap = Expr<Readonly<Record<string, string>>>;

/** Labels and annotations that one object gets beside the common ones. */
export interface OwnMetadata {
  /** Added to the common labels, which they may replace. */
  readonly labels: TextMap;
  /** Added to the common annotations, which they may replace. */
  readonly annotations: TextMap;
}

/** Labels that say what an object belongs to; see https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/. */
function identityEntries({ names }: PartProps): Readonly<Record<(typeof IDENTITY_LABELS)[number], Value<string>>> {
  return {
    'app.kubernetes.io/name': names.application,
    'app.kubernetes.io/instance': names.release,
    'app.kubernetes.io/component': names.workload,
    'app.kubernetes.io/part-of': 'coder',
  };
}

/** The label by which Coder's own chart selects the pods of coderd. */
export const SELECTOR = 'coder.deployment';

function selectorEntries({ names }: PartProps): Readonly<Record<typeof SELECTOR, Value<string>>> {
  return { [SELECTOR]: names.workload };
}

/** Labels of every object but the monitors. */
export function identityLabels(part: PartProps): ObjectLabels {
  return { shared: namedTemplate('labels', literal(identityEntries(part))), fixed: {} };
}

/** What selects the pods of coderd: its value is the Deployment's name, so no other release has it. */
export function selectorLabels(part: PartProps): Expr {
  return namedTemplate('selectorLabels', literal(selectorEntries(part)));
}

/** Labels of the Deployment of coderd and of its pods. */
export function workloadLabels(part: PartProps): Expr {
  return namedTemplate('workloadLabels', literal(workloadEntries(part)));
}

/** The same by their names. */
export function workloadEntries(part: PartProps): PodLabels {
  return { ...identityEntries(part), app: part.names.workload, ...selectorEntries(part) };
}

type PodLabels = Readonly<Record<(typeof IDENTITY_LABELS)[number] | (typeof POD_LABELS)[number], Value<string>>>;

/** Labels of the metrics Service: its component tells it from the public one, so that a ServiceMonitor finds only it. */
export function metricsServiceLabels(part: PartProps): TreeMap {
  return { ...identityEntries(part), 'app.kubernetes.io/component': part.names.metricsService };
}

/** What selects the pod of the database for trials; no selector of coderd finds it. */
export function databaseSelector({ names }: PartProps): Readonly<Record<typeof SELECTOR, Value<string>>> {
  return { [SELECTOR]: names.database };
}

/** Labels of the database for trials. */
export function databaseLabels(part: PartProps): Expr {
  const own = { 'app.kubernetes.io/component': part.names.database, ...databaseSelector(part) };
  return namedTemplate('databaseLabels', literal({ ...identityEntries(part), ...own }));
}

/** Labels of an object: those it shares with others, and its own. */
export interface ObjectLabels {
  /** Those of all objects. */
  readonly shared: Expr;
  /** Those of this object only. */
  readonly fixed: TreeMap;
}

const NONE: OwnMetadata = { labels: literal({}), annotations: literal({}) };

/** Metadata of an object. Fixed labels win over the common and its own ones; the PodMonitor of Coder's documentation has none. */
export function metadata(part: PartProps, name: Expr<string>, labels?: ObjectLabels, own: OwnMetadata = NONE): TreeMap {
  const { commonLabels, commonAnnotations } = part.values;
  const maps = [commonLabels, own.labels];
  return {
    name,
    namespace: part.names.namespace,
    labels: unlessEmpty(labels === undefined ? merge({}, ...maps) : mergeShared(labels.shared, labels.fixed, ...maps)),
    annotations: unlessEmpty(merge({}, commonAnnotations, own.annotations)),
  };
}
