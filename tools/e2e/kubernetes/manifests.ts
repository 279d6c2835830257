import { parseAllDocuments } from 'yaml';
import { type Read, anything, fields, mapOf, optional, text } from '../../read';

// The kinds that the chart can make, with where the API server keeps them.
const places: Readonly<Record<string, string>> = {
  Service: '/api/v1',
  ServiceAccount: '/api/v1',
  ConfigMap: '/api/v1',
  Deployment: '/apis/apps/v1',
  StatefulSet: '/apis/apps/v1',
  Role: '/apis/rbac.authorization.k8s.io/v1',
  RoleBinding: '/apis/rbac.authorization.k8s.io/v1',
  PodDisruptionBudget: '/apis/policy/v1',
  NetworkPolicy: '/apis/networking.k8s.io/v1',
  HorizontalPodAutoscaler: '/apis/autoscaling/v2',
  Ingress: '/apis/networking.k8s.io/v1',
  PodMonitor: '/apis/monitoring.coreos.com/v1',
  ServiceMonitor: '/apis/monitoring.coreos.com/v1',
  PrometheusRule: '/apis/monitoring.coreos.com/v1',
};

const irregular: Readonly<Record<string, string>> = { NetworkPolicy: 'networkpolicies', Ingress: 'ingresses' };

const head = fields({ apiVersion: text, kind: text, metadata: fields({ name: text, namespace: optional(text) }) });

/** An object as somebody wrote it: what names it, and all of its fields. */
export interface Manifest extends Read<typeof head> {
  readonly object: Readonly<Record<string, unknown>>;
}

/** The objects of a text of YAML documents. */
export function objectsIn(yaml: string): readonly Manifest[] {
  return parseAllDocuments(yaml)
    .map((document) => anything(document.toJS(), 'document'))
    .filter((object) => object !== null && object !== undefined)
    .map((object) => manifestOf(object, 'object'));
}

export function manifestOf(object: unknown, at: string): Manifest {
  return { ...head(object, at), object: mapOf(anything)(object, at) };
}

/** Kind and name of an object, as one text. */
export function idOf({ kind, metadata }: Manifest): string {
  return `${kind}/${metadata.name}`;
}

/** The path of an object in the API. */
export function pathOf(manifest: Manifest): string {
  const { kind, metadata } = manifest;
  const place = places[kind];
  if (place === undefined) throw new Error(`the suite does not know the kind ${kind}: add it beside the others`);
  if (metadata.namespace === undefined) throw new Error(`${idOf(manifest)} has no namespace`);
  const plural = irregular[kind] ?? `${kind.toLowerCase()}s`;
  return `${place}/namespaces/${metadata.namespace}/${plural}/${metadata.name}`;
}
