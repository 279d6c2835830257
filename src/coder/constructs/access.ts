import { Construct } from 'constructs';
import { Manifest, type ManifestTree, when } from '../../engine/border';
import {
  type Expr,
  type TreeMap,
  concat,
  equals,
  literal,
  namedTemplate,
  nonEmpty,
  not,
  optional,
  or,
} from '../../engine/expr';
import type { PolicyRule } from '../versions';
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
  when(scope, 'WorkspaceServiceAccount', part.values.workspaceServiceAccount.create, (inner) => {
    new Manifest(inner, 'Resource', workspaceAccountTree(part));
  });
}

/** The account of workspaces. */
export function workspaceAccountTree(part: PartProps): ManifestTree {
  const { values, names } = part;
  const meta = metadata(part, names.workspaces, identityLabels(part), values.workspaceServiceAccount);
  return { apiVersion: 'v1', kind: 'ServiceAccount', metadata: meta };
}

function role(scope: Construct, part: PartProps): void {
  const { rbac } = part.values;
  when(scope, 'Granted', isGranted(part, rbac.role), (inner) => {
    new Manifest(inner, 'Role', roleTree(part, part.names.access, rbac.role));
    new Manifest(inner, 'RoleBinding', bindingTree(part, part.names.access, part.names.namespace));
  });
}

/** Whether a variant of the Role has rules. */
export function isGranted({ values: { rbac } }: PartProps, variant: Expr<string>): Expr<boolean> {
  return or(not(equals(variant, 'None')), nonEmpty(rbac.extraRules));
}

/** A Role of coderd. */
export function roleTree(part: PartProps, name: Expr<string>, variant: Expr<string>): ManifestTree {
  const { rules, narrowRules } = part.version;
  const { extraRules } = part.values.rbac;
  const of = (id: string, own: readonly PolicyRule[]): Expr =>
    namedTemplate(id, concat(literal(own.map((rule) => ruleTree(rule, part))), extraRules));
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'Role',
    metadata: metadata(part, name, identityLabels(part)),
    rules: optional(
      equals(variant, 'Full'),
      of('fullRules', rules),
      optional(equals(variant, 'Narrow'), of('narrowRules', narrowRules), extraRules),
    ),
  };
}

/** Of all that coderd may do, ServiceAccounts alone are for a feature that can be done without. */
function ruleTree(rule: PolicyRule, { values: { rbac } }: PartProps): TreeMap {
  const resources = rule.resources.map((name) =>
    name === 'serviceaccounts' ? optional(rbac.serviceAccounts, name) : name,
  );
  return tree<k8s.PolicyRule>({ ...rule, resources });
}

/** What gives a Role to coderd, in the namespace of the Role. */
export function bindingTree(part: PartProps, name: Expr<string>, home: Expr<string>): ManifestTree {
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: metadata(part, name, identityLabels(part)),
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name },
    subjects: [{ kind: 'ServiceAccount', name: part.names.serviceAccount, namespace: home }],
  };
}
