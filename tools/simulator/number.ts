/** A number as Go prints it in the text format: shortest digits, an exponent below 1e-4 and from 1e+06 on. */
export function formatNumber(value: number): string {
  const size = Math.abs(value);
  if ((size >= 1e-4 && size < 1e6) || size === 0) return String(value);
  if (!Number.isFinite(value)) return special(value);
  const [digits = '', exponent = ''] = value.toExponential().split('e');
  return `${digits}e${exponent.charAt(0)}${exponent.slice(1).padStart(2, '0')}`;
}

function special(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  return value > 0 ? '+Inf' : '-Inf';
}
