import type { Chart } from 'cdk8s';
import { type CapturedObject, capture } from '../border';
import { type Placement, literalOf } from '../expr';
import { type Files, manifestFiles } from '../output';

/**
 * Turns a cdk8s model with concrete values into YAML files: one object a file, called after its kind and name, and a
 * kustomization.yaml that lists them in the order in which they are to be applied.
 *
 * @throws when two objects have the same kind and name, or only Helm knows whether one exists.
 */
export function renderManifests(build: (chart: Chart) => void, placement: Placement<string>): Files {
  const objects = capture(build, placement);
  for (const object of objects) requireKnown(object);
  return manifestFiles(objects);
}

/** A condition that is known decided already, when the model was built. */
function requireKnown({ condition, path }: CapturedObject): void {
  if (literalOf(condition) === true) return;
  throw new Error(
    `only Helm knows whether ${path.join('/')} exists: generate a Helm chart, or give \`when\` a concrete value`,
  );
}
