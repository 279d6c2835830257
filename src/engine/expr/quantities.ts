import type { Units } from './amounts';

/** What the units of quantities are worth: a power of 10 or of 2. */
const POWERS = {
  '': [10, 0],
  n: [10, -9],
  u: [10, -6],
  m: [10, -3],
  k: [10, 3],
  M: [10, 6],
  G: [10, 9],
  T: [10, 12],
  P: [10, 15],
  E: [10, 18],
  Ki: [2, 10],
  Mi: [2, 20],
  Gi: [2, 30],
  Ti: [2, 40],
  Pi: [2, 50],
  Ei: [2, 60],
} as const satisfies Readonly<Record<string, readonly [base: 2 | 10, power: number]>>;

/** A unit of the quantities of Kubernetes, such as `Mi`; `''` is one byte, or one core. */
export type UnitOfQuantity = keyof typeof POWERS;

/** The units of quantities. */
export const UNITS = Object.keys(POWERS) as readonly UnitOfQuantity[];

/** What each unit of quantities is worth, as a decimal number, in one of them. */
export function unitsIn(unit: UnitOfQuantity): Units {
  return Object.fromEntries(UNITS.map((other) => [other, ratio(POWERS[other], POWERS[unit])]));
}

type Power = readonly [base: 2 | 10, power: number];

/** Exact: 1/2 is 5/10. */
function ratio([base, power]: Power, [other, otherPower]: Power): string {
  const tens = (base === 10 ? power : 0) - (other === 10 ? otherPower : 0);
  const twos = (base === 2 ? power : 0) - (other === 2 ? otherPower : 0);
  const digits = twos < 0 ? 5n ** BigInt(-twos) : 2n ** BigInt(twos);
  return decimal(digits, tens + Math.min(0, twos));
}

/** As it is written without an exponent. */
function decimal(digits: bigint, exponent: number): string {
  if (exponent >= 0) return String(digits * 10n ** BigInt(exponent));
  const text = String(digits).padStart(1 - exponent, '0');
  return `${text.slice(0, exponent)}.${text.slice(exponent)}`.replace(/\.?0+$/, '');
}
