import { Chart } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import { conditionOf } from '../../engine/border';
import { type Expr, and, equals, literalOf } from '../../engine/expr';
import type { CoderNames } from './names';

const NAMES = new WeakMap<IConstruct, CoderNames>();

/** Remembers the names of a Coder, for those that come after it. */
export function rememberNames(coder: Construct, names: CoderNames): void {
  NAMES.set(coder, names);
}

/**
 * Refuses a Coder whose objects have the names of another one in the same chart. Where only Helm knows names, or whether a Coder is made,
 * two may exclude each other.
 *
 * @throws Error that says what to change.
 */
export function refuseTwin(scope: Construct, id: string, names: CoderNames): void {
  const others = isCertain(scope) ? Chart.of(scope).node.findAll() : [];
  const twin = others.find((other) => isCertain(other) && isSame(NAMES.get(other), names));
  if (twin === undefined) return;
  const path = [scope.node.path, id].filter((part) => part !== '').join('/');
  throw new Error(
    `${path}: expected names of its own, got those of ${twin.node.path}; give it another releaseName, namespace or fullnameOverride`,
  );
}

/** The monitor may be there when coderd is not. */
function isSame(one: CoderNames | undefined, other: CoderNames): boolean {
  if (one === undefined) return false;
  return isTrue(and(equals(one.namespace, other.namespace), equals(one.monitor, other.monitor)));
}

function isCertain(construct: IConstruct): boolean {
  return isTrue(conditionOf(construct));
}

/** False where only Helm knows. */
function isTrue(condition: Expr<boolean>): boolean {
  const known: unknown = literalOf(condition);
  return known === true;
}
