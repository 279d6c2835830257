import { parseAllDocuments } from 'yaml';

// The kinds that the chart can make, with where the API server keeps them.
const places = {
  Service: '/api/v1',
  ServiceAccount: '/api/v1',
  ConfigMap: '/api/v1',
  Deployment: '/apis/apps/v1',
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

/** The objects of a text of YAML documents. */
export function objectsIn(yaml) {
  return parseAllDocuments(yaml)
    .map((document) => document.toJS())
    .filter((object) => object !== null && object !== undefined);
}

/** Kind and name of an object, as one text. */
export function idOf({ kind, metadata }) {
  return `${kind}/${metadata.name}`;
}

/** The path of an object in the API. */
export function pathOf({ kind, metadata: { name, namespace } }) {
  const place = places[kind];
  if (place === undefined) throw new Error(`the suite does not know the kind ${kind}: add it to tools/e2e/objects.mjs`);
  const plural =
    kind === 'NetworkPolicy' ? 'networkpolicies' : kind === 'Ingress' ? 'ingresses' : `${kind.toLowerCase()}s`;
  return `${place}/namespaces/${namespace}/${plural}/${name}`;
}

/** What the API server stored of each object, by kind and name, without what it, or Helm, notes for itself. */
export async function stored(api, objects) {
  const entries = objects.map(async (object) => [idOf(object), plain(await api.get(pathOf(object)))]);
  return Object.fromEntries(await Promise.all(entries));
}

const noted = ['managedFields', 'uid', 'resourceVersion', 'creationTimestamp', 'generation'];
const marks = /^(meta\.helm\.sh\/|deployment\.kubernetes\.io\/revision$|kubectl\.kubernetes\.io\/last-applied)/;

function plain(object) {
  const { metadata, spec, ...rest } = omit(object, ['status']);
  const labels = filter(
    metadata.labels,
    ([name, value]) => !(name === 'app.kubernetes.io/managed-by' && value === 'Helm'),
  );
  const annotations = filter(metadata.annotations, ([name]) => !marks.test(name));
  return { ...rest, metadata: { ...omit(metadata, noted), labels, annotations }, spec: withoutAllocated(spec) };
}

/** What the API server chose for a Service: other addresses and ports each time. */
function withoutAllocated(spec) {
  if (spec === undefined || !('clusterIP' in spec)) return spec;
  const ports = spec.ports.map((port) => omit(port, ['nodePort']));
  return { ...omit(spec, ['clusterIP', 'clusterIPs', 'healthCheckNodePort']), ports };
}

function omit(map, names) {
  return filter(map, ([name]) => !names.includes(name));
}

/** An empty map and none mean the same here. */
function filter(map = {}, isKept) {
  return Object.fromEntries(Object.entries(map).filter(isKept));
}
