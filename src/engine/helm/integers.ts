import { type Expr, GREATEST, type OpOf, literalOf } from '../expr';

/** An integer of 32 bits is at most this, but for its sign. */
const GREATEST_NARROW = 2 ** 31;

/** What an integer is at most, but for its sign; more than `GREATEST` where it could be more than JavaScript can tell apart. */
function greatestOf(integer: Expr): number {
  const known = literalOf(integer);
  if (typeof known === 'number') return Math.abs(known);
  const { node } = integer;
  if (node.op === 'ifElse') return Math.max(greatestOf(node.then), greatestOf(node.otherwise));
  if (node.op === 'namedTemplate') return greatestOf(node.of);
  if (node.op === 'call') return Math.min(GREATEST, greatestResult(node));
  return node.op === 'ref' && node.isWide !== true ? GREATEST_NARROW : GREATEST;
}

/** Before it is cut to what is allowed. */
export function greatestResult({ name, operands }: OpOf<'call'>): number {
  if (name === 'quantityIn') return GREATEST;
  const [a = 0, b = 0] = operands.map(greatestOf);
  if (name === 'add' || name === 'subtract') return a + b;
  if (name === 'multiply') return a * b;
  return name === 'divide' ? a : Math.max(a, b);
}
