import type { Right } from './rights';

/** Rights with which more can be done than their names say. */
interface Risk {
  readonly says: string;
  readonly groups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

const RBAC = 'rbac.authorization.k8s.io';
const WRITE = ['create', 'update', 'patch'];

/** @see https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks */
const RISKS: readonly Risk[] = [
  { says: 'reads Secrets', groups: [''], resources: ['secrets'], verbs: ['get', 'list', 'watch'] },
  {
    says: 'runs commands in pods',
    groups: [''],
    resources: ['pods/exec', 'pods/attach'],
    verbs: ['create', 'get'],
  },
  { says: 'runs commands in pods', groups: [''], resources: ['pods/ephemeralcontainers'], verbs: ['update', 'patch'] },
  {
    says: 'runs pods with any ServiceAccount and Secret there',
    groups: ['', 'apps', 'batch'],
    resources: [
      ...['pods', 'replicationcontrollers', 'deployments', 'statefulsets', 'daemonsets', 'replicasets'],
      ...['jobs', 'cronjobs'],
    ],
    verbs: WRITE,
  },
  { says: 'gets tokens of ServiceAccounts', groups: [''], resources: ['serviceaccounts/token'], verbs: ['create'] },
  {
    says: 'acts as others',
    groups: ['', 'authentication.k8s.io'],
    resources: ['users', 'groups', 'serviceaccounts', 'uids'],
    verbs: ['impersonate'],
  },
  {
    says: 'escalates',
    groups: [RBAC],
    resources: ['roles', 'clusterroles'],
    verbs: ['escalate', 'bind'],
  },
  {
    says: 'changes permissions',
    groups: [RBAC],
    resources: ['roles', 'clusterroles', 'rolebindings', 'clusterrolebindings'],
    verbs: WRITE,
  },
  { says: 'reaches nodes', groups: [''], resources: ['nodes/proxy'], verbs: ['get', 'create'] },
  { says: 'reaches nodes', groups: [''], resources: ['persistentvolumes'], verbs: ['create'] },
];

/** What a reviewer should look at in a right; none for a harmless one. */
export function risksOf(right: Right): readonly string[] {
  const isWild = [right.resource, ...right.groups, ...right.verbs].some((text) => text.includes('*'));
  const found = right.groups.length === 0 ? [] : RISKS.filter((risk) => isIn(risk, right));
  return [...new Set([...(isWild ? ['wildcard'] : []), ...found.map(({ says }) => says)])];
}

function isIn({ groups, resources, verbs }: Risk, right: Right): boolean {
  const some = (given: readonly string[], of: readonly string[]): boolean =>
    given.includes('*') || of.some((one) => given.includes(one));
  return (
    some(right.groups, groups) &&
    resources.some((resource) => covers(right.resource, resource)) &&
    some(right.verbs, verbs)
  );
}

/** Whether a resource in a rule means another: a star is all, and the same with a subresource that of all. */
function covers(given: string, resource: string): boolean {
  const [, sub] = resource.split('/');
  return given === '*' || given === resource || (sub !== undefined && given === `*/${sub}`);
}
