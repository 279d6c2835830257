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
    // A loop for each object, as a template of the chart has it: so the order of all files is one.
    for (const [name, make] of Object.entries(MAKERS)) this.inEach(name, part, make);
  }

  private inEach(id: string, part: PartProps, make: Maker): void {
    forEachEntry(this, id, part.values.workspaces.namespaces, (inner, name, namespace) => {
      const isOther = and(namespace.enabled, not(equals(name, part.names.namespace)));
      const there: PartProps = { ...part, names: { ...part.names, namespace: name } };
      when(inner, 'Other', isOther, (other) => {
        make(other, there, { namespace, release: part });
      });
    });
  }
}

interface Entry {
  readonly namespace: Namespace;
  /** The part in its own namespace. */
  readonly release: PartProps;
}

type Maker = (scope: Construct, there: PartProps, entry: Entry) => void;

const MAKERS: Readonly<Record<string, Maker>> = {
  Accounts: (scope, there, { namespace }) => {
    const { satellite, workspaceServiceAccount } = there.values;
    const isMade = and(not(satellite.enabled), workspaceServiceAccount.create, namespace.createServiceAccount);
    when(scope, 'Account', isMade, (inner) => {
      new Manifest(inner, 'NamespaceServiceAccount', workspaceAccountTree(there));
    });
  },
  Roles: (scope, there, entry) => {
    whenGranted(scope, entry, (inner, variant) => {
      new Manifest(inner, 'NamespaceRole', roleTree(there, there.names.accessElsewhere, variant));
    });
  },
  RoleBindings: (scope, there, entry) => {
    const { accessElsewhere, namespace } = entry.release.names;
    whenGranted(scope, entry, (inner) => {
      new Manifest(inner, 'NamespaceRoleBinding', bindingTree(there, accessElsewhere, namespace));
    });
  },
  NetworkPolicies: (scope, there) => {
    when(scope, 'Isolated', there.values.networkPolicies.workspaces.enabled, (inner) => {
      new Manifest(inner, 'NamespaceNetworkPolicy', isolationTree(there, there.names.isolationElsewhere));
    });
  },
};

function whenGranted(
  scope: Construct,
  { namespace, release }: Entry,
  make: (inner: Construct, variant: Expr<string>) => void,
): void {
  const { rbac, satellite } = release.values;
  const variant = firstNonEmpty(namespace.role, rbac.role);
  when(scope, 'Granted', and(not(satellite.enabled), rbac.create, isGranted(release, variant)), (inner) => {
    make(inner, variant);
  });
}
