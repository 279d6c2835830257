import type { CoderdFacts } from '../versions';
import { annotations, bool, labels, manifestList, section, text } from '../../engine/values';

const SEE = 'https://kubernetes.io/docs/concepts/security/service-accounts/';

/** The identity of coderd. */
export const serviceAccount = section('The ServiceAccount under which coderd runs.', {
  create: bool({ description: 'Create the ServiceAccount.', default: true }),
  name: text({
    description: 'Its name; "" gives one after the release. Required if create is false.',
    default: '',
    format: 'dnsSubdomain',
  }),
  labels: labels({ description: 'Labels for the ServiceAccount.', default: {} }),
  annotations: annotations({
    description: 'Annotations for the ServiceAccount, such as those of a cloud identity.',
    default: {},
  }),
  migrateBuiltInProvider: bool({
    description: 'Let coderd move the workspace provider that it made itself to this account.',
    default: true,
  }),
  automountToken: bool({
    description: 'Give the pods an API token; coderd needs it to create workspaces.',
    default: true,
    see: SEE,
  }),
});

/** What coderd may do in its namespace. */
export const rbac = section('What coderd may do in its namespace.', {
  create: bool({
    description: 'Create the Role and RoleBinding that allow coderd to create workspaces.',
    default: true,
  }),
  extraRules: manifestList<never>('k8s.PolicyRule', {
    description: 'Additional rules.',
    default: [],
    required: ['verbs'],
    see: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/',
  }),
});

/** The identity of workspaces, which may do nothing. */
export function workspaceServiceAccount({ names }: CoderdFacts) {
  const description = `The ServiceAccount "${names.workspaces}", under which coderd runs workspaces, in every release. It has no permissions.`;
  return section(description, {
    create: bool({
      description: 'Create the ServiceAccount. Set to false in a second release in the namespace.',
      default: true,
    }),
    labels: labels({ description: 'Labels for the ServiceAccount.', default: {} }),
    annotations: annotations({ description: 'Annotations for the ServiceAccount.', default: {} }),
  });
}
