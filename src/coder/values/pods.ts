import { type Expr, ifElse, isSet, quantityIn } from '../../engine/expr';
import type { Handles } from '../../engine/values';
import type { CoderValues } from './declaration';
import { shown } from './shown';

type Values = Pick<Handles<CoderValues>, 'autoscaling' | 'coderd'>;

/** How many pods there are: those of `coderd.replicas`, or the bounds of the autoscaler. Without a number, the one of Kubernetes. */
export function podsOf({ autoscaling, coderd }: Values): {
  readonly fewest: Expr<number>;
  readonly most: Expr<number>;
} {
  const { enabled, minReplicas, maxReplicas } = autoscaling;
  const fixed = numberOr(coderd.replicas, 1);
  return { fewest: ifElse(enabled, minReplicas, fixed), most: ifElse(enabled, maxReplicas, fixed) };
}

/** A number that may be left out, which is a text for the algebra. */
export function numberOr(value: Expr<number | ''>, otherwise: number): Expr<number> {
  const text = shown(value);
  return quantityIn(ifElse(isSet(text), text, String(otherwise)), '');
}
