import { Construct } from 'constructs';
import { Manifest, when } from '../../engine/border';
import { concat, literal, not } from '../../engine/expr';
import type { PartProps } from './part';
import { tree } from './kubernetes';
import type * as k8s from './kubernetes-types';
import { identityLabels, metadata } from './metadata';

/**
 * Who coderd is and what it may do in its namespace: ServiceAccount, Role and RoleBinding; and the ServiceAccount of workspaces.
 *
 * A satellite has none of them.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/
 */
export class CoderdAccess extends Construct {
  constructor(scope: Construct, id: string, part: PartProps) {
    super(scope, id);
    const { values } = part;
    when(this, 'Account', not(values.satellite.enabled), (inner) => {
      coderdAccount(inner, part);
      workspaceAccount(inner, part);
      when(inner, 'Rbac', values.rbac.create, (rbac) => {
        role(rbac, part);
        roleBinding(rbac, part);
      });
    });
  }
}

function coderdAccount(scope: Construct, part: PartProps): void {
  const { values, names } = part;
  when(scope, 'ServiceAccount', values.serviceAccount.create, (inner) => {
    const meta = metadata(part, names.serviceAccount, identityLabels(part), values.serviceAccount);
    new Manifest(inner, 'Resource', { apiVersion: 'v1', kind: 'ServiceAccount', metadata: meta });
  });
}

function workspaceAccount(scope: Construct, part: PartProps): void {
  const { values, names } = part;
  when(scope, 'WorkspaceServiceAccount', values.workspaceServiceAccount.create, (inner) => {
    const meta = metadata(part, names.workspaces, identityLabels(part), values.workspaceServiceAccount);
    new Manifest(inner, 'Resource', { apiVersion: 'v1', kind: 'ServiceAccount', metadata: meta });
  });
}

function role(scope: Construct, part: PartProps): void {
  const rules = part.version.rules.map((rule) => tree<k8s.PolicyRule>({ ...rule }));
  new Manifest(scope, 'Role', {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'Role',
    metadata: metadata(part, part.names.access, identityLabels(part)),
    rules: concat(literal(rules), part.values.rbac.extraRules),
  });
}

function roleBinding(scope: Construct, part: PartProps): void {
  const { names } = part;
  new Manifest(scope, 'RoleBinding', {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: metadata(part, names.access, identityLabels(part)),
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: names.access },
    subjects: [{ kind: 'ServiceAccount', name: names.serviceAccount, namespace: names.namespace }],
  });
}
