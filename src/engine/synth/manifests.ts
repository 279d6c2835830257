import type { Chart } from 'cdk8s';
import { type CapturedObject, capture } from '../border';
import { type Placement, literalOf } from '../expr';
import { type Files, printYaml } from '../output';

/**
 * Turns a cdk8s model with concrete values into YAML files: one object a file, called after its kind and name, and a
 * kustomization.yaml that lists them in the order in which they are to be applied.
 *
 * @throws when two objects have the same kind and name, or only Helm knows whether one exists.
 */
export function renderManifests(build: (chart: Chart) => void, placement: Placement<string>): Files {
  const objects = capture(build, placement);
  const files = new Map<string, string>();
  for (const object of objects) {
    requireKnown(object);
    const file = fileName(object);
    if (files.has(file)) throw new Error(`two objects would be written to ${file}: give one of them another name`);
    files.set(file, printYaml(object.tree));
  }
  return files.set('kustomization.yaml', kustomization([...files.keys()]));
}

/** A condition that is known decided already, when the model was built. */
function requireKnown({ condition, path }: CapturedObject): void {
  if (literalOf(condition) === true) return;
  throw new Error(
    `only Helm knows whether ${path.join('/')} exists: generate a Helm chart, or give \`when\` a concrete value`,
  );
}

function fileName({ kind, tree }: CapturedObject): string {
  const { name } = tree['metadata'] as { readonly name: string };
  return `${kind}.${name}.yaml`;
}

function kustomization(resources: readonly string[]): string {
  return printYaml({ apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', resources });
}
