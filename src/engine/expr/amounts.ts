/** What each unit of an amount is worth, as a decimal number; `''` for a number without a unit. */
export type Units = Readonly<Record<string, string>>;

/** A number, and the unit that follows it. */
const PIECE = /([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?([A-Za-z%]*)/g;

/** A decimal number: its digits, and the power of ten. */
interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

/**
 * The worth of an amount such as `1h30m` or `500Mi`: each number times its unit, in all. An unknown unit is worth nothing. Computed as
 * the template functions `mulf` and `addf` do: exactly, on the shortest decimal of each number.
 */
export function worthOf(amount: string, units: Units): number {
  return [...amount.matchAll(PIECE)].reduce((sum, [, number = '', exponent = '', unit = '']) => {
    const worth = Object.hasOwn(units, unit) ? (units[unit] ?? '0') : '0';
    return add(sum, multiply(finite(number + exponent), finite(worth)));
  }, 0);
}

/** Go reads a number that is too large as none. */
function finite(text: string): number {
  const number = Number(text);
  return Number.isFinite(number) ? number : 0;
}

function multiply(a: number, b: number): number {
  const [x, y] = [decimal(a), decimal(b)];
  return nearest({ digits: x.digits * y.digits, exponent: x.exponent + y.exponent });
}

function add(a: number, b: number): number {
  const [x, y] = [decimal(a), decimal(b)];
  const exponent = Math.min(x.exponent, y.exponent);
  const scaled = ({ digits, exponent: own }: Decimal): bigint => digits * 10n ** BigInt(own - exponent);
  return nearest({ digits: scaled(x) + scaled(y), exponent });
}

function decimal(number: number): Decimal {
  const [mantissa = '', power = '0'] = String(number).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  return { digits: BigInt(whole + fraction), exponent: Number(power) - fraction.length };
}

function nearest({ digits, exponent }: Decimal): number {
  return Number(`${String(digits)}e${String(exponent)}`);
}
