import type { Chart } from 'cdk8s';
import { type CapturedObject, type Model, capture } from '../border';
import { type Placement, literal, literalOf, requireFunction } from '../expr';
import { type Files, manifestFiles } from '../output';
import { type Children, checkPlacement, concreteHandles, isMap } from '../values';

/**
 * Turns a cdk8s model into YAML files: one object a file, called after its kind and name, and its namespace where that is another, and a kustomization.yaml that lists them in the order
 * in which they are to be applied.
 *
 * @param model what `renderHelmChart` takes, or a function that makes constructs whose values are known
 * @param values the values of the model, as in a values file
 * @throws ValuesError when a value is refused.
 * @throws Error when two objects have the same kind and name, or only Helm knows whether one exists.
 */
export function renderManifests(build: (chart: Chart) => void, placement: Placement<string>): Files;
export function renderManifests<C extends Children>(
  model: Model<C>,
  placement: Placement<string>,
  values?: object,
): Files;
export function renderManifests<C extends Children>(
  model: Model<C> | ((chart: Chart) => void),
  placement: Placement<string>,
  values: object = {},
): Files {
  const objects = capture(isModel(model) ? builderOf(model, placement, values) : model, placement);
  for (const object of objects) requireKnown(object);
  return manifestFiles(objects, placement.namespace);
}

function isModel<C extends Children>(model: Model<C> | ((chart: Chart) => void)): model is Model<C> {
  return isMap(model);
}

function builderOf<C extends Children>(
  { values: declared, build }: Model<C>,
  placement: Placement<string>,
  given: object,
): (chart: Chart) => void {
  requireFunction('build', build);
  checkPlacement(placement);
  const { releaseName, namespace } = placement;
  const handles = concreteHandles(declared, given);
  const known = { releaseName: literal(releaseName), namespace: literal(namespace) };
  return (chart) => {
    build(chart, handles, known);
  };
}

/** A condition that is known decided already, when the model was built. */
function requireKnown({ condition, loops, path }: CapturedObject): void {
  if (literalOf(condition) === true && loops.length === 0) return;
  throw new Error(
    `only Helm knows whether ${path.join('/')} exists: generate a Helm chart, or give \`when\` or \`forEach\` a concrete value`,
  );
}
