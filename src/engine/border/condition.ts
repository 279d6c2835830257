import { Construct, type IConstruct } from 'constructs';
import { type Expr, type Value, and, toExpr, literalOf } from '../expr';

const CONDITIONS = new WeakMap<IConstruct, Expr<boolean>>();

/**
 * Builds objects that exist only when the condition holds. A condition that is known decides at once whether `build` runs;
 * a symbolic one runs it and is remembered for every object below the scope.
 */
export function when(scope: Construct, id: string, condition: Value<boolean>, build: (scope: Construct) => void): void {
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
