import { type Expr, type TreeMap, literal, merge, unlessEmpty } from '../expr';
import type { PartProps } from './part';

type TextMap = Expr<Readonly<Record<string, string>>>;

/** Labels and annotations that one object gets beside the common ones. */
export interface OwnMetadata {
  readonly labels: TextMap;
  readonly annotations: TextMap;
}

/** Labels that say what an object belongs to; see https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/. */
export function identityLabels({ names }: PartProps): TreeMap {
  return {
    'app.kubernetes.io/name': names.application,
    'app.kubernetes.io/instance': names.release,
    'app.kubernetes.io/component': names.workload,
    'app.kubernetes.io/part-of': 'coder',
  };
}

/** The label by which Coder's own chart selects the pods of coderd; its value is the Deployment's name, so no other release has it. */
export function selectorLabels({ names }: PartProps): { readonly 'coder.deployment': Expr<string> } {
  return { 'coder.deployment': names.workload };
}

/** Labels of the Deployment of coderd and of its pods. */
export function workloadLabels(part: PartProps): TreeMap {
  return { ...identityLabels(part), app: part.names.workload, ...selectorLabels(part) };
}

const NONE: OwnMetadata = { labels: literal({}), annotations: literal({}) };

/** Metadata of an object: fixed labels, then the common and its own ones. */
export function metadata(part: PartProps, name: Expr<string>, fixed: TreeMap, own: OwnMetadata = NONE): TreeMap {
  const { commonLabels, commonAnnotations } = part.values;
  return {
    name,
    namespace: part.names.namespace,
    labels: unlessEmpty(merge(fixed, commonLabels, own.labels)),
    annotations: unlessEmpty(merge({}, commonAnnotations, own.annotations)),
  };
}
