import { Construct, type IConstruct } from 'constructs';
import { type Expr, type Value, and, toExpr, isExpr, literalOf, requireFunction, requireGiven } from '../expr';

const CONDITIONS = new WeakMap<IConstruct, Expr<boolean>>();

/**
 * Builds objects that exist only when the condition holds. A condition that is known decides at once whether `build` runs;
 * a symbolic one runs it and is remembered for every object below the scope.
 */
export function when(scope: Construct, id: string, condition: Value<boolean>, build: (scope: Construct) => void): void {
  requireGiven(Construct.isConstruct(scope), 'when: scope', 'a construct', scope);
  requireGiven(typeof id === 'string' && id !== '', 'when: id', 'a text', id);
  const isCondition = isExpr(condition) || typeof condition === 'boolean';
  requireGiven(isCondition, `when ${id}: condition`, 'true, false or a value of a chart', condition);
  requireFunction(`when ${id}: build`, build);
  const expr = toExpr(condition);
  if (literalOf(expr) === false) return;
  const inner = new Construct(scope, id);
  CONDITIONS.set(inner, expr);
  build(inner);
}

/** The condition under which a construct exists: all of its scopes' conditions. */
export function conditionOf(construct: IConstruct): Expr<boolean> {
  return and(...construct.node.scopes.flatMap((scope) => CONDITIONS.get(scope) ?? []));
}
