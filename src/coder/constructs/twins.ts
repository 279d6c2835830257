import { Chart } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import { asText, conditionOf } from '../../engine/border';
import { type Expr, and, equals, literalOf } from '../../engine/expr';
import type { PartProps } from './part';

const PARTS = new WeakMap<IConstruct, PartProps>();

/** Remembers what a Coder is made from, for those that come after it. */
export function rememberPart(coder: Construct, part: PartProps): void {
  PARTS.set(coder, part);
}

/**
 * Refuses a Coder whose objects have the names of another one in the same chart. Where only Helm knows names, or whether a Coder is made,
 * two may exclude each other.
 *
 * @throws Error that says what to change.
 */
export function refuseTwin(scope: Construct, id: string, part: PartProps): void {
  const others = isCertain(scope) ? Chart.of(scope).node.findAll().filter(isCertain) : [];
  const path = [scope.node.path, id].filter((name) => name !== '').join('/');
  const like = (isLike: Likeness): string | undefined =>
    others.find((other) => {
      const known = PARTS.get(other);
      return known !== undefined && isTrue(isLike(known, part));
    })?.node.path;
  const [twin, owner] = [like(haveSameNames), like(makeSameAccount)];
  if (twin !== undefined)
    throw new Error(
      `${path}: expected names of its own, got those of ${twin}; give it another releaseName, namespace or fullnameOverride`,
    );
  if (owner !== undefined)
    throw new Error(
      `${path}: expected workspaceServiceAccount.create false, since ${owner} makes the ServiceAccount "${asText(part.names.workspaces)}", got true`,
    );
}

type Likeness = (one: PartProps, other: PartProps) => Expr<boolean>;

/** The monitor may be there when coderd is not. */
function haveSameNames(one: PartProps, other: PartProps): Expr<boolean> {
  return isInNamespaceOf(one, other, 'monitor');
}

/** The account of workspaces is called the same in every release. */
function makeSameAccount(one: PartProps, other: PartProps): Expr<boolean> {
  return and(isInNamespaceOf(one, other, 'workspaces'), makesAccount(one), makesAccount(other));
}

function isInNamespaceOf(
  { names: one }: PartProps,
  { names: other }: PartProps,
  name: 'monitor' | 'workspaces',
): Expr<boolean> {
  return and(equals(one.namespace, other.namespace), equals(one[name], other[name]));
}

function makesAccount({ values: { coderd, workspaceServiceAccount } }: PartProps): Expr<boolean> {
  return and(coderd.enabled, workspaceServiceAccount.create);
}

function isCertain(construct: IConstruct): boolean {
  return isTrue(conditionOf(construct));
}

/** False where only Helm knows. */
function isTrue(condition: Expr<boolean>): boolean {
  const known: unknown = literalOf(condition);
  return known === true;
}
