import * as fc from 'fast-check';

/** Networks of both families, with every prefix. */
export const network: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('::/0', '2001:DB8::/32', '::1/128', '1:2:3:4:5:6:7:8/128', 'fe80::/10', '1::2:0/112'),
  fc.tuple(fc.nat(2 ** 32 - 1), fc.nat(32)).map(([bits, prefix]) => {
    const size = 2 ** (32 - prefix);
    const base = Math.floor(bits / size) * size;
    return `${[24, 16, 8, 0].map((shift) => Math.floor(base / 2 ** shift) % 256).join('.')}/${String(prefix)}`;
  }),
);
