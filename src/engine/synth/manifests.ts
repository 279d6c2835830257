import { type Chart, Yaml } from 'cdk8s';
import { type CapturedObject, capture } from '../border';
import { type Placement, literalOf } from '../expr';

/** A file's name, and its text. */
export type ManifestFiles = ReadonlyMap<string, string>;

/**
 * Turns a cdk8s model with concrete values into YAML files: one object a file, called after its kind and name, and a
 * kustomization.yaml that lists them in the order in which they are to be applied.
 *
 * @throws when two objects have the same kind and name.
 */
export function renderManifests(build: (chart: Chart) => void, placement: Placement<string>): ManifestFiles {
  const objects = capture(build, placement).filter((object) => literalOf(object.condition) === true);
  const files = new Map<string, string>();
  for (const object of objects) {
    const file = fileName(object);
    if (files.has(file)) throw new Error(`two objects would be written to ${file}: give one of them another name`);
    files.set(file, Yaml.stringify(object.tree));
  }
  return files.set('kustomization.yaml', kustomization([...files.keys()]));
}

function fileName({ kind, tree }: CapturedObject): string {
  const { name } = tree['metadata'] as { readonly name: string };
  return `${kind}.${name}.yaml`;
}

function kustomization(resources: readonly string[]): string {
  return Yaml.stringify({ apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', resources });
}
