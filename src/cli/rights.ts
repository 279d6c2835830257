import { listAt, textAt } from './check-objects';

/** What somebody may do with a resource. */
export interface Right {
  /** The resource, with a subresource as in `pods/exec`; for a path of the API server that path. */
  readonly resource: string;
  /** API groups; `""` is that of pods and Secrets. None for a path of the API server. */
  readonly groups: readonly string[];
  /** What may be done, in a fixed order. */
  readonly verbs: readonly string[];
  /** The objects by name; none for all. */
  readonly names: readonly string[];
}

/** What somebody may do in a namespace. */
export interface Holder {
  /** The namespace; `*` for the whole cluster. */
  readonly namespace: string;
  /** Kind and name of whom it is about, such as `ServiceAccount coder/environments`. */
  readonly who: string;
  /** What the roles among the objects allow, by resource. */
  readonly rights: readonly Right[];
  /** Roles that are bound and not among the objects. */
  readonly unknown: readonly string[];
}

/** All of a cluster. */
export const EVERYWHERE = '*';

interface Grant {
  readonly namespace: string;
  readonly who: string;
  readonly role: readonly unknown[] | string;
}

/**
 * Who may do what, by namespace, as the API server would decide if it had these objects alone. A ServiceAccount without a role is among them.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/
 */
export function holdersIn(objects: readonly { readonly tree: object }[]): readonly Holder[] {
  const trees = objects.map(({ tree }) => tree);
  const grants = trees.flatMap((tree) => grantsOf(tree, trees));
  const accounts = ofKind(trees, 'ServiceAccount').map((tree) => ({ namespace: homeOf(tree), who: accountOf(tree) }));
  const places = [...grants, ...accounts.filter(({ who }) => !grants.some((grant) => grant.who === who))];
  const unique = new Map(places.map(({ namespace, who }) => [JSON.stringify([namespace, who]), { namespace, who }]));
  return [...unique.values()].map((place) => holderAt(place, grants)).sort(byPlace);
}

function holderAt(place: Pick<Holder, 'namespace' | 'who'>, grants: readonly Grant[]): Holder {
  const own = grants.filter(({ namespace, who }) => namespace === place.namespace && who === place.who);
  const roles = own.map(({ role }) => role);
  return {
    ...place,
    rights: rightsOf(roles.flatMap((role) => (typeof role === 'string' ? [] : role))),
    unknown: [...new Set(roles.filter((role) => typeof role === 'string'))].sort(),
  };
}

function byPlace(one: Holder, other: Holder): number {
  return one.namespace === other.namespace ? compare(one.who, other.who) : compare(one.namespace, other.namespace);
}

function grantsOf(tree: object, trees: readonly object[]): readonly Grant[] {
  const kind = textAt(tree, ['kind']);
  if (kind !== 'RoleBinding' && kind !== 'ClusterRoleBinding') return [];
  const namespace = kind === 'RoleBinding' ? homeOf(tree) : EVERYWHERE;
  const role = roleOf(tree, trees);
  return listAt(tree, ['subjects']).map((subject) => ({ namespace, who: subjectOf(subject), role }));
}

/** The rules of the role, or what it is called where it is not among the objects. */
function roleOf(binding: object, trees: readonly object[]): readonly unknown[] | string {
  const [kind, name] = [textAt(binding, ['roleRef', 'kind']), textAt(binding, ['roleRef', 'name'])];
  const isHere = (tree: object): boolean =>
    textAt(tree, ['metadata', 'name']) === name && (kind === 'ClusterRole' || homeOf(tree) === homeOf(binding));
  const found = ofKind(trees, kind).find(isHere);
  return found === undefined ? `${kind} ${name}` : listAt(found, ['rules']);
}

function ofKind(trees: readonly object[], kind: string): readonly object[] {
  return trees.filter((tree) => textAt(tree, ['kind']) === kind);
}

function homeOf(tree: object): string {
  return textAt(tree, ['metadata', 'namespace']);
}

function accountOf(tree: object): string {
  return `ServiceAccount ${homeOf(tree)}/${textAt(tree, ['metadata', 'name'])}`;
}

function subjectOf(subject: unknown): string {
  const [kind, name] = [textAt(subject, ['kind']), textAt(subject, ['name'])];
  return kind === 'ServiceAccount' ? `${kind} ${textAt(subject, ['namespace'])}/${name}` : `${kind} ${name}`;
}

/** Rules as one right for each resource: what several rules say of it is one, and groups with the same verbs are together. */
function rightsOf(rules: readonly unknown[]): readonly Right[] {
  const verbs = new Map<string, Set<string>>();
  for (const one of rules.flatMap(partsOf)) {
    const key = JSON.stringify([one.resource, one.names, one.group]);
    verbs.set(key, new Set([...(verbs.get(key) ?? []), ...one.verbs]));
  }
  const rights = new Map<string, Right>();
  for (const [key, set] of [...verbs].sort(([a], [b]) => compare(a, b))) {
    const [resource, names, group] = JSON.parse(key) as readonly [string, readonly string[], string | null];
    const of = { resource, names, verbs: [...set].sort(byVerb) };
    const place = JSON.stringify(group === null ? [of, group] : [of]);
    const groups = [...(rights.get(place)?.groups ?? []), ...(group === null ? [] : [group])];
    rights.set(place, { ...of, groups });
  }
  return [...rights.values()];
}

interface RulePart extends Omit<Right, 'groups'> {
  /** Null for a path of the API server. */
  readonly group: string | null;
}

function partsOf(rule: unknown): readonly RulePart[] {
  const of = (key: string): readonly string[] => listAt(rule, [key]).filter((text) => typeof text === 'string');
  const verbs = of('verbs');
  if (verbs.length === 0) return [];
  const names = [...new Set(of('resourceNames'))].sort();
  const paths = of('nonResourceURLs').map((resource) => ({ resource, names: [], verbs, group: null }));
  const resources = of('resources').flatMap((resource) =>
    of('apiGroups').map((group) => ({ resource, names, verbs, group })),
  );
  return [...paths, ...resources];
}

const VERBS = ['*', 'get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection'];

function byVerb(one: string, other: string): number {
  const place = (verb: string): number => (VERBS.includes(verb) ? VERBS.indexOf(verb) : VERBS.length);
  return place(one) === place(other) ? compare(one, other) : place(one) - place(other);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
