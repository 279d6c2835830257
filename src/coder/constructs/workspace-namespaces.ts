import { Construct } from 'constructs';
import { Manifest, forEachEntry, when } from '../../engine/border';
import { type Expr, and, equals, firstNonEmpty, not } from '../../engine/expr';
import type { CoderHandles } from './handles';
import { bindingTree, isGranted, roleTree, workspaceAccountTree } from './access';
import { isolationTree } from './network-policies';
import type { PartProps } from './part';

type Namespace = CoderHandles['workspaces']['namespaces'] extends { readonly handlesType: infer H } ? H : never;

/**
 * What the namespaces of workspaces get, beside that of the release: coderd may make workspaces there, and nobody reaches them.
 *
 * An entry of the release's own namespace makes nothing, since all of it is there.
 */
export class WorkspaceNamespaces extends Construct {
  constructor(scope: Construct, id: string, part: PartProps) {
    super(scope, id);
    forEachEntry(this, 'Namespace', part.values.workspaces.namespaces, (inner, name, namespace) => {
      const isOther = and(namespace.enabled, not(equals(name, part.names.namespace)));
      when(inner, 'Other', isOther, (other) => {
        inNamespace(other, part, { name, namespace });
      });
    });
  }
}

interface Entry {
  readonly name: Expr<string>;
  readonly namespace: Namespace;
}

function inNamespace(scope: Construct, part: PartProps, { name, namespace }: Entry): void {
  const { rbac, satellite, workspaceServiceAccount, networkPolicies } = part.values;
  const there: PartProps = { ...part, names: { ...part.names, namespace: name } };
  const variant = firstNonEmpty(namespace.role, rbac.role);
  const isCoderd = not(satellite.enabled);
  when(scope, 'Account', and(isCoderd, workspaceServiceAccount.create, namespace.createServiceAccount), (inner) => {
    new Manifest(inner, 'NamespaceServiceAccount', workspaceAccountTree(there));
  });
  when(scope, 'Granted', and(isCoderd, rbac.create, isGranted(part, variant)), (inner) => {
    const { accessElsewhere } = part.names;
    new Manifest(inner, 'NamespaceRole', roleTree(there, accessElsewhere, variant));
    new Manifest(inner, 'NamespaceRoleBinding', bindingTree(there, accessElsewhere, part.names.namespace));
  });
  when(scope, 'Isolated', networkPolicies.workspaces.enabled, (inner) => {
    new Manifest(inner, 'NamespaceNetworkPolicy', isolationTree(there, part.names.isolationElsewhere));
  });
}
