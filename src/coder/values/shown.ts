import { type Expr, equals, interpolate, or } from '../../engine/expr';

/** A number or a text, as a text. */
export function shown(value: Expr<number | string>): Expr<string> {
  return interpolate`${value}`;
}

/** Whether a number or percentage is nothing. */
export function isNone(bound: Expr<number | string>): Expr<boolean> {
  return or(...['0', '0%', '00%', '000%'].map((none) => equals(shown(bound), none)));
}
