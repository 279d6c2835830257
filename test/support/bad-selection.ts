import { type Json } from '../../src/engine/expr';
import { at, isMap } from '../../src/engine/values';
import { type Objects } from './manifests';

type Labels = Readonly<Record<string, string>>;

/** Something that a selector may select. */
export interface Target {
  readonly kind: 'Pod' | 'Service';
  readonly namespace: string;
  readonly labels: Labels;
}

/** What an object selects, and where. */
export interface Selection {
  /** The object and the field that selects. */
  readonly by: string;
  readonly kind: Target['kind'];
  /** Undefined for all namespaces. */
  readonly namespaces: readonly string[] | undefined;
  readonly labels: Labels;
}

/** Kind, namespace and name of each object: no two objects of a cluster share them. */
export function identities(objects: Objects): readonly string[] {
  return Object.values(objects).map((object) =>
    [at(object, ['kind']), namespaceOf(object), at(object, ['metadata', 'name'])].join('/'),
  );
}

function namespaceOf(object: Json): string {
  return String(at(object, ['metadata', 'namespace']));
}

function labelsAt(object: Json, path: readonly string[]): Labels {
  return (at(object, path) ?? {}) as Labels;
}

/** What the objects of a release put into a cluster. */
export function targetsOf(objects: Objects): readonly Target[] {
  return Object.values(objects).flatMap((object): readonly Target[] => {
    const namespace = namespaceOf(object);
    switch (at(object, ['kind'])) {
      case 'Deployment':
      case 'StatefulSet':
        return [{ kind: 'Pod', namespace, labels: labelsAt(object, ['spec', 'template', 'metadata', 'labels']) }];
      case 'Service':
        return [{ kind: 'Service', namespace, labels: labelsAt(object, ['metadata', 'labels']) }];
      default:
        return [];
    }
  });
}

/** Everything that the objects of a release select. */
export function selectionsOf(objects: Objects): readonly Selection[] {
  return Object.entries(objects).flatMap(([name, object]) => selectionsBy(name, object));
}

function selectionsBy(name: string, object: Json): readonly Selection[] {
  const own = { namespaces: [namespaceOf(object)], kind: 'Pod' } as const;
  const matching = ['spec', 'selector', 'matchLabels'];
  switch (at(object, ['kind'])) {
    case 'Deployment':
    case 'StatefulSet':
      return [
        { ...own, by: `${name} selector`, labels: labelsAt(object, matching) },
        ...antiAffinities(object).map((labels) => ({ ...own, by: `${name} anti-affinity`, labels })),
      ];
    case 'Service':
      return [{ ...own, by: `${name} selector`, labels: labelsAt(object, ['spec', 'selector']) }];
    case 'PodDisruptionBudget':
      return [{ ...own, by: name, labels: labelsAt(object, matching) }];
    case 'NetworkPolicy':
      return policed(object).map((labels) => ({ ...own, by: name, labels }));
    case 'PodMonitor':
      return [{ by: name, kind: 'Pod', namespaces: monitored(object), labels: labelsAt(object, matching) }];
    case 'ServiceMonitor':
      return [{ by: name, kind: 'Service', namespaces: monitored(object), labels: labelsAt(object, matching) }];
    default:
      return [];
  }
}

/** The pods of the release that a policy is about; those of workspaces are no object's. */
function policed(policy: Json): readonly Labels[] {
  const labels = labelsAt(policy, ['spec', 'podSelector', 'matchLabels']);
  return 'com.coder.resource' in labels ? [] : [labels];
}

/** Where a monitor looks: see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.NamespaceSelector. */
function monitored(monitor: Json): readonly string[] | undefined {
  if (at(monitor, ['spec', 'namespaceSelector', 'any']) === true) return undefined;
  return (
    (at(monitor, ['spec', 'namespaceSelector', 'matchNames']) as readonly string[] | undefined) ?? [
      namespaceOf(monitor),
    ]
  );
}

const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

function antiAffinities(deployment: Json): readonly Labels[] {
  const terms = at(deployment, ['spec', 'template', 'spec', 'affinity', 'podAntiAffinity', PREFERRED]);
  const list = Array.isArray(terms) ? (terms as readonly Json[]) : [];
  return list.map((term) => labelsAt(term, ['podAffinityTerm', 'labelSelector', 'matchLabels']));
}

/** True when a selector selects a target. An empty one selects everything. */
export function isSelected({ kind, namespaces, labels }: Selection, target: Target): boolean {
  const isThere = kind === target.kind && (namespaces === undefined || namespaces.includes(target.namespace));
  return isThere && Object.entries(labels).every(([key, value]) => target.labels[key] === value);
}

/** Every text that is a name in Kubernetes, or a label value, with its path. */
export function namesIn(value: Json, path = ''): readonly (readonly [string, string])[] {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap((item, i) => namesIn(item, `${path}[${i}]`));
  if (isMap(value)) return Object.entries(value).flatMap(([key, child]) => namesIn(child, `${path}.${key}`));
  const isVariable = /\.env\[\d+\]\.name$/.test(path);
  return NAMED.test(path) && !isVariable ? [[path, typeof value === 'string' ? value : JSON.stringify(value)]] : [];
}

const NAMED = /\.(name|namespace|serviceAccountName)$|[lL]abels\.|\.selector\./;
