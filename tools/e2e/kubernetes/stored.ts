import { type Read, anything, fields, listOf, mapOf, optional } from '../../read';
import type { Api } from './api';
import { type Manifest, idOf, pathOf } from './manifests';

const fieldsOfAny = mapOf(anything);
type AnyFields = Read<typeof fieldsOfAny>;

const live = fields({
  metadata: fieldsOfAny,
  spec: optional(fieldsOfAny),
});
const notes = fields({ labels: optional(fieldsOfAny), annotations: optional(fieldsOfAny) });

/** What the API server stored of each object, by kind and name, without what it, or Helm, notes for itself. */
export async function stored(api: Api, objects: readonly Manifest[]): Promise<AnyFields> {
  const entries = objects.map(async (object) => {
    const at = pathOf(object);
    return [idOf(object), plain(await api.get(at, fieldsOfAny), at)] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

const noted = ['managedFields', 'uid', 'resourceVersion', 'creationTimestamp', 'generation'];
const marks = /^(meta\.helm\.sh\/|deployment\.kubernetes\.io\/revision$|kubectl\.kubernetes\.io\/last-applied)/;

function plain(object: AnyFields, at: string): AnyFields {
  const { metadata, spec } = live(object, at);
  const { labels, annotations } = notes(metadata, `${at}.metadata`);
  const own = {
    ...omit(metadata, noted),
    labels: filter(labels, (name, value) => !(name === 'app.kubernetes.io/managed-by' && value === 'Helm')),
    annotations: filter(annotations, (name) => !marks.test(name)),
  };
  return { ...omit(object, ['status']), metadata: own, spec: withoutAllocated(spec, at) };
}

/** What the API server chose for a Service: other addresses and ports each time. */
function withoutAllocated(spec: AnyFields | undefined, at: string): AnyFields | undefined {
  if (spec === undefined || !('clusterIP' in spec)) return spec;
  const { ports } = fields({ ports: listOf(fieldsOfAny) })(spec, `${at}.spec`);
  const kept = omit(spec, ['clusterIP', 'clusterIPs', 'healthCheckNodePort']);
  return { ...kept, ports: ports.map((port) => omit(port, ['nodePort'])) };
}

function omit(map: AnyFields, names: readonly string[]): AnyFields {
  return filter(map, (name) => !names.includes(name));
}

/** An empty map and none mean the same here. */
function filter(map: AnyFields = {}, isKept: (name: string, value: unknown) => boolean): AnyFields {
  return Object.fromEntries(Object.entries(map).filter(([name, value]) => isKept(name, value)));
}
