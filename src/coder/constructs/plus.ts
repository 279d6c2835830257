import type { Construct } from 'constructs';
import { SELECTOR } from './metadata';

/** The part of cdk8s-plus, of whichever release, that selects pods; `Pods` is what it calls them. */
export interface PlusPods<Pods> {
  /** Its class `Pods`. */
  readonly Pods: {
    select(scope: Construct, id: string, options: { readonly labels: { readonly [key: string]: string } }): Pods;
  };
}

/** The part of cdk8s-plus, of whichever release, that refers to a ServiceAccount; `Account` is what it calls one. */
export interface PlusServiceAccount<Account> {
  /** Its class `ServiceAccount`. */
  readonly ServiceAccount: {
    fromServiceAccountName(
      scope: Construct,
      id: string,
      name: string,
      options: { readonly namespaceName: string },
    ): Account;
  };
}

/**
 * What cdk8s-plus has to know of coderd. The release of cdk8s-plus is the user's: this package depends on none, and each call brings its own.
 * A construct is made once for each release that asks.
 */
export class PlusHandles {
  private readonly made = new Map<unknown, unknown>();
  private readonly scope: Construct;

  constructor(scope: Construct) {
    this.scope = scope;
  }

  /** The pods that carry the selector label with the value `workload`; the same object for the same library. */
  pods<Pods>(kplus: PlusPods<Pods>, workload: string): Pods {
    const { Pods } = checked(kplus, 'Pods');
    return this.once(Pods, 'SelectedPods', (id) => Pods.select(this.scope, id, { labels: { [SELECTOR]: workload } }));
  }

  /** A reference to the ServiceAccount; the same object for the same library. */
  serviceAccount<Account>(kplus: PlusServiceAccount<Account>, name: string, namespaceName: string): Account {
    const { ServiceAccount } = checked(kplus, 'ServiceAccount');
    return this.once(ServiceAccount, 'ImportedAccount', (id) =>
      ServiceAccount.fromServiceAccountName(this.scope, id, name, { namespaceName }),
    );
  }

  private once<T>(key: object, id: string, make: (id: string) => T): T {
    if (!this.made.has(key)) this.made.set(key, make(this.freeId(id)));
    return this.made.get(key) as T;
  }

  private freeId(id: string, tries = 1): string {
    const candidate = tries === 1 ? id : `${id}${String(tries)}`;
    return this.scope.node.tryFindChild(candidate) === undefined ? candidate : this.freeId(id, tries + 1);
  }
}

/** JavaScript has no compiler to refuse another module. */
function checked<T extends object>(kplus: T | undefined, name: keyof T & string): T {
  if (kplus?.[name] !== undefined) return kplus;
  throw new Error(`expected the module of cdk8s-plus, which has ${name}: import * as kplus from 'cdk8s-plus-33'`);
}
