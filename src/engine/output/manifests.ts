import type { Files } from './write';
import { printYaml } from './yaml';

/** One Kubernetes object, all of whose fields are known. */
export interface FinishedObject {
  /** Kind of the object, such as `Service`. */
  readonly kind: string;
  /** All its fields. */
  readonly tree: object;
}

/**
 * The YAML files of objects: one object a file, called after its kind and name, and a kustomization.yaml that lists them in their order.
 *
 * @param home the namespace of most; files of objects in another are called after it too
 * @throws when two objects in a namespace have the same kind and name.
 */
export function manifestFiles(objects: readonly FinishedObject[], home: string): Files {
  const files = new Map<string, string>();
  for (const object of objects) {
    const file = fileName(object, home);
    if (files.has(file)) throw new Error(`two objects would be written to ${file}: give one of them another name`);
    files.set(file, printYaml(object.tree));
  }
  return files.set('kustomization.yaml', kustomization([...files.keys()]));
}

interface Metadata {
  readonly name: string;
  readonly namespace?: string;
}

/** Neither kinds nor names have the character before the namespace. */
function fileName({ kind, tree }: FinishedObject, home: string): string {
  const { name, namespace = home } = (tree as { readonly metadata: Metadata }).metadata;
  return namespace === home ? `${kind}.${name}.yaml` : `${kind}.${name}@${namespace}.yaml`;
}

function kustomization(resources: readonly string[]): string {
  return printYaml({ apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', resources });
}
