const INTEGER = /^([-+]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9][0-9]*)$/;
const FLOAT = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;
const SIGN_AFTER_PREFIX = /^0b([-+])([01]+)$/;

/** Go's integers have 64 bits: one for the sign, where there is one. */
const LARGEST: Readonly<Record<string, bigint>> = { '': 2n ** 64n - 1n, '+': 2n ** 63n - 1n, '-': 2n ** 63n };

/**
 * The number that Go's YAML parser reads in a plain scalar, or `undefined` where it reads text. `NaN` and the infinities are
 * numbers too.
 *
 * @see https://github.com/kubernetes-sigs/yaml/blob/master/goyaml.v2/resolve.go
 */
export function goNumber(source: string): number | undefined {
  if (/^([-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$/.test(source)) return special(source);
  const digits = source.startsWith('.') ? source : source.replaceAll('_', '');
  return integer(digits) ?? float(digits);
}

function special(source: string): number {
  if (/nan$/i.test(source)) return NaN;
  return source.startsWith('-') ? -Infinity : Infinity;
}

function integer(source: string): number | undefined {
  const [, sign = '', digits = ''] = INTEGER.exec(source.replace(SIGN_AFTER_PREFIX, '$10b$2')) ?? [];
  if (digits === '') return undefined;
  const size = BigInt(digits.replace(/^0(?=[0-7])/, '0o'));
  if (size > (LARGEST[sign] ?? 0n)) return undefined;
  return Number(sign === '-' ? -size : size);
}

/** A number too large for 64 bits is text. */
function float(source: string): number | undefined {
  const value = FLOAT.test(source) ? Number(source) : NaN;
  return Number.isFinite(value) ? value + 0 : undefined;
}
