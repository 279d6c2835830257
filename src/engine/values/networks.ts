/** What is allowed where a text is a network, in words. */
export const NETWORK_EXPECTED = 'a CIDR with no bit set after its prefix, as in "10.0.0.0/8"';

/**
 * Whether a network in CIDR notation has a bit set after its prefix, as `10.0.0.1/8` has. Kubernetes refuses those in new objects.
 *
 * @see https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/ StrictIPCIDRValidation
 */
export function hasHostBits(cidr: string): boolean {
  const [address = '', prefix = ''] = cidr.split('/');
  const bits = address.includes(':') ? bitsOf6(address) : bitsOf(address.split('.'), 10, 8);
  return bits.slice(Number(prefix)).includes('1');
}

function bitsOf6(address: string): string {
  const [before = '', after = ''] = address.split('::').map((groups) =>
    bitsOf(
      groups.split(':').filter((group) => group !== ''),
      16,
      16,
    ),
  );
  return before + '0'.repeat(128 - before.length - after.length) + after;
}

function bitsOf(numbers: readonly string[], base: number, width: number): string {
  return numbers.map((number) => Number.parseInt(number, base).toString(2).padStart(width, '0')).join('');
}
