import { CODER_VALUES } from './coder-values';
import { isExpr } from '../../src/engine/expr';
import { type Case, environmentOf, symbolicCoder } from './law';
import { type Objects, interpret } from './manifests';

/** Coder with values that only Helm knows. */
export const SYMBOLIC = symbolicCoder();

/** What the model makes of an installation, whether its values are allowed or not. */
export function interpreted(one: Case): Objects {
  return interpret(SYMBOLIC, environmentOf(CODER_VALUES, one));
}

/** The paths of the values that come out somewhere, and do not only decide on others. */
export const PRINTED: readonly (readonly string[])[] = SYMBOLIC.flatMap(({ tree }) => printed(tree));

function printed(value: unknown): readonly (readonly string[])[] {
  if (!isExpr(value)) return typeof value === 'object' && value !== null ? Object.values(value).flatMap(printed) : [];
  if (value.node.op === 'ref') return [value.node.path];
  return value.type === 'boolean' ? [] : printed(value.node);
}
