import { type Environment, type Placement, type Value, evaluate, roundsIn, toExpr } from '../expr';
import { type Files, type FinishedObject, manifestFiles } from '../output';
import { type ValuesFile, ValuesError, checkPlacement, checkValues, fillDefaults } from '../values';
import type { CompiledModel } from './model';

/** What a model is for the values of one installation. */
export interface Installation {
  /** The objects, in the order in which they are to be applied. */
  readonly objects: readonly FinishedObject[];
  /** The YAML files, and a kustomization.yaml. */
  readonly files: Files;
  /** What is allowed and will not work, one line each. */
  readonly warnings: readonly string[];
}

/**
 * Writes a compiled model for the values of one installation: the same as its constructs would.
 *
 * @throws ValuesError when a value is refused.
 */
export function installed(
  { values: declared, rules, warnings, objects }: CompiledModel,
  values: ValuesFile,
  placement: Placement<string>,
): Installation {
  checkValues(declared, values);
  const environment: Environment = { values: fillDefaults(declared, values), builtins: placement };
  checkRules(rules, environment);
  checkPlacement(placement);
  const isTrue = (condition: ModelCondition): boolean => evaluate(condition, environment) === true;
  const made = objects.flatMap(({ kind, loops, condition, tree }) =>
    roundsIn(loops, environment)
      .filter((round) => evaluate(condition, round) === true)
      .map((round) => ({ kind, tree: evaluate(tree, round) as object })),
  );
  return {
    objects: made,
    files: manifestFiles(made, placement.namespace),
    warnings: warnings.filter(({ when }) => isTrue(when)).map(({ text }) => text),
  };
}

type ModelCondition = CompiledModel['objects'][number]['condition'];

function checkRules(rules: CompiledModel['rules'], environment: Environment): void {
  const textOf = (value: Value<string>): string => evaluate(toExpr(value), environment) as string;
  const broken = rules.filter((rule) => evaluate(rule.broken, environment) === true);
  const problems = broken.map(({ path, expected, got }) => ({
    ...{ path: `values.${path}`, expected: textOf(expected), got: textOf(got) },
  }));
  if (problems.length > 0) throw new ValuesError(problems);
}
