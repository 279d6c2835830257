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
 * @throws when two objects have the same kind and name.
 */
export function manifestFiles(objects: readonly FinishedObject[]): Files {
  const files = new Map<string, string>();
  for (const object of objects) {
    const file = fileName(object);
    if (files.has(file)) throw new Error(`two objects would be written to ${file}: give one of them another name`);
    files.set(file, printYaml(object.tree));
  }
  return files.set('kustomization.yaml', kustomization([...files.keys()]));
}

function fileName({ kind, tree }: FinishedObject): string {
  const { metadata } = tree as { readonly metadata: { readonly name: string } };
  return `${kind}.${metadata.name}.yaml`;
}

function kustomization(resources: readonly string[]): string {
  return printYaml({ apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', resources });
}
