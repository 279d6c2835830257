import type { CoderdFacts } from '../versions';
import { annotations, bool, choice, labels, manifestList, section, text } from '../../engine/values';

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
    description: 'Annotations, such as those of a cloud identity.',
    default: {},
  }),
  migrateBuiltInProvider: bool({
    description: 'Let coderd move the workspace provider that it made itself to this account.',
    default: true,
  }),
  automountToken: bool({
    description: 'Give the pods an API token, which coderd needs for workspaces.',
    default: true,
    see: SEE,
  }),
});

const RBAC = 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/';

/** What coderd may do where workspaces are. */
export const rbac = section('What coderd may do in its namespace and workspaces.namespaces.', {
  create: bool({
    description: 'Create the Role and RoleBinding with which coderd makes workspaces.',
    default: true,
  }),
  role: choice(['Full', 'Narrow', 'None'], {
    description: "Full, as in Coder's own chart of this version; Narrow, as in its later ones; None, only extraRules.",
    default: 'Full',
    see: RBAC,
  }),
  serviceAccounts: bool({
    description: 'Allow coderd to make ServiceAccounts, for service_account_annotations alone.',
    default: true,
  }),
  extraRules: manifestList<never>('k8s.PolicyRule', {
    description: 'Additional rules.',
    default: [],
    required: ['verbs'],
    see: RBAC,
  }),
});

/** The identity of workspaces, which may do nothing. */
export function workspaceServiceAccount({ names }: CoderdFacts) {
  const description = `The ServiceAccount "${names.workspaces}", under which coderd runs workspaces, in every release. It has no permissions.`;
  return section(description, {
    create: bool({
      description: 'Create the ServiceAccount; not in a second release in the namespace.',
      default: true,
    }),
    labels: labels({ description: 'Labels for the ServiceAccount.', default: {} }),
    annotations: annotations({ description: 'Annotations for the ServiceAccount.', default: {} }),
  });
}
