import { type Expr, interpolate } from '../../engine/expr';

/** A number or a text, as a text. */
export function shown(value: Expr<number | string>): Expr<string> {
  return interpolate`${value}`;
}
