/** What a kubeconfig says of one cluster and one user. */
export interface Entry {
  readonly name: string;
  readonly cluster: { readonly server: string; readonly 'certificate-authority'?: string };
  readonly user: { readonly token?: string };
}

/** A kubeconfig with one cluster and one user. */
export function kubeconfigOf({ name, cluster, user }: Entry): object {
  return {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name, cluster }],
    users: [{ name, user }],
    contexts: [{ name, context: { cluster: name, user: name } }],
    'current-context': name,
  };
}
