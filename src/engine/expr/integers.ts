import type { Expr, Value } from './expr';
import { call } from './calls';
import { not } from './conditions';
import { requireGiven } from './given';
import { UNITS, type UnitOfQuantity } from './quantities';

/**
 * The sum of two integers.
 *
 * @remarks A result beyond 2^53 - 1 is that number, and one below its opposite is the opposite.
 * @example add(values.count, 1)
 */
export function add(left: Value<number>, right: Value<number>): Expr<number> {
  return call('add', { left, right });
}

/**
 * The difference of two integers.
 *
 * @remarks A result beyond 2^53 - 1 is that number, and one below its opposite is the opposite.
 * @example subtract(values.count, 1)
 */
export function subtract(left: Value<number>, right: Value<number>): Expr<number> {
  return call('subtract', { left, right });
}

/**
 * The product of two integers.
 *
 * @remarks A result beyond 2^53 - 1 is that number, and one below its opposite is the opposite.
 * @example multiply(values.count, 1000)
 */
export function multiply(left: Value<number>, right: Value<number>): Expr<number> {
  return call('multiply', { left, right });
}

/**
 * The quotient of two integers, without its fraction: -7 by 2 is -3.
 *
 * @remarks By 0 it is 0, where Go stops and JavaScript has `Infinity`: declare what you divide by with a `min` of 1.
 * @example divide(values.count, 2)
 */
export function divide(left: Value<number>, right: Value<number>): Expr<number> {
  return call('divide', { left, right });
}

/**
 * What `divide` leaves, with the sign of the left integer: of -7 by 2 it is -1.
 *
 * @remarks By 0 it is 0.
 * @example modulo(values.count, 2)
 */
export function modulo(left: Value<number>, right: Value<number>): Expr<number> {
  return call('modulo', { left, right });
}

/**
 * The lesser of two integers.
 *
 * @example min(values.count, 10)
 */
export function min(left: Value<number>, right: Value<number>): Expr<number> {
  return call('min', { left, right });
}

/**
 * The greater of two integers.
 *
 * @example max(values.count, 1)
 */
export function max(left: Value<number>, right: Value<number>): Expr<number> {
  return call('max', { left, right });
}

/**
 * True when a number is less than another.
 *
 * @example lessThan(values.count, 3)
 */
export function lessThan(left: Value<number>, right: Value<number>): Expr<boolean> {
  return call('lessThan', { left, right });
}

/**
 * True when a number is not greater than another.
 *
 * @example lessOrEqual(values.count, 3)
 */
export function lessOrEqual(left: Value<number>, right: Value<number>): Expr<boolean> {
  return not(call('lessThan', { right, left }));
}

/**
 * A quantity of Kubernetes in a unit, without its fraction: `1.5Gi` in `Mi` is 1536, and `250m` in `m` is 250. In `''` it is in bytes or cores.
 *
 * @remarks A text without a number is 0: declare the value with the format `quantity`.
 * @throws when the unit is none.
 * @example quantityIn(values.name, 'Mi')
 */
export function quantityIn(quantity: Value<string>, unit: UnitOfQuantity): Expr<number> {
  requireGiven(UNITS.includes(unit), 'quantityIn: unit', `one of ${UNITS.map((one) => `"${one}"`).join(', ')}`, unit);
  return call('quantityIn', { quantity, unit });
}
