import { isIP } from 'node:net';
import * as fc from 'fast-check';
import { CODER_VALUES } from '../support/coder-values';
import type { Json } from '../../src/engine/expr';
import { FORMATS, formatSchema } from '../../src/engine/values';
import { problemsOf } from '../engine/values/witness';
import { chartWith, template } from '../support/bad-helm';
import { inParallel } from '../support/helm';
import { count, helmsAt, share } from '../support/share';

const tolerations = (...items: readonly Json[]): Json => ({ coderd: { tolerations: items } });
const sources = (...items: readonly Json[]): Json => ({ coderd: { envFrom: items } });
const networks = (...ranges: readonly string[]): Json => ({ service: { loadBalancerSourceRanges: ranges } });
const spread = (...of: readonly (readonly [key: string, when: string])[]): Json => ({
  coderd: {
    topologySpreadConstraints: of.map(([topologyKey, whenUnsatisfiable]) => ({
      maxSkew: 1,
      topologyKey,
      whenUnsatisfiable,
    })),
  },
});
const unavailable = (maxUnavailable: Json): Json => ({ coderd: { strategy: { rollingUpdate: { maxUnavailable } } } });
const labels = (...keys: readonly string[]): Json => ({ metrics: { monitor: { podTargetLabels: keys } } });

/** Values that the schema has no words for, and that the API server, the Operator or Prometheus refuses. */
const REFUSED: readonly (readonly [Json, string])[] = [
  [
    tolerations({ operator: 'Exists', value: 'a' }),
    'coderd.tolerations[0].value: expected nothing where operator is exists, got a value',
  ],
  [
    tolerations({ key: 'a' }, { value: 'a' }),
    'coderd.tolerations[1].key: expected a value where operator is equal, got nothing',
  ],
  [
    tolerations({ key: 'a', tolerationSeconds: 5 }),
    'coderd.tolerations[0].tolerationSeconds: expected nothing where effect is not given, got a value',
  ],
  [
    tolerations({ key: 'a', effect: 'NoSchedule', tolerationSeconds: 5 }),
    'coderd.tolerations[0].tolerationSeconds: expected nothing where effect is noschedule, got a value',
  ],
  [
    tolerations({ key: 'a b' }),
    'coderd.tolerations[0].key: expected a label key, name or prefix/name of letters, digits, -_., got "a b"',
  ],
  [
    tolerations({ key: 'a', value: 'x'.repeat(64) }),
    `coderd.tolerations[0].value: expected a label value (letters, digits, -_.), got "${'x'.repeat(64)}"`,
  ],
  [sources({}), 'coderd.envFrom[0]: expected exactly one of configMapRef, secretRef, got 0'],
  [
    sources({ configMapRef: { name: 'a' }, secretRef: { name: 'b' } }),
    'coderd.envFrom[0]: expected exactly one of configMapRef, secretRef, got 2',
  ],
  [
    sources({ prefix: 'é', secretRef: { name: 'b' } }),
    'coderd.envFrom[0].prefix: expected printable ASCII without =, got "é"',
  ],
  [
    { coderd: { extraEnv: [{ name: 'A', value: 'a', valueFrom: { fieldRef: {} } }] } },
    'coderd.extraEnv[0]: expected at most one of value, valueFrom, got 2',
  ],
  [
    networks('10.0.0.0/8', '::1::/64'),
    'service.loadBalancerSourceRanges[1]: expected a CIDR such as "10.0.0.0/8", got "::1::/64"',
  ],
  [
    networks('10.0.0.0/33'),
    'service.loadBalancerSourceRanges[0]: expected a CIDR such as "10.0.0.0/8", got "10.0.0.0/33"',
  ],
  [{ service: { loadBalancerIP: '1.2.3' } }, 'service.loadBalancerIP: expected an IP address, or "", got "1.2.3"'],
  [
    unavailable('101%'),
    'coderd.strategy.rollingUpdate.maxUnavailable: expected an integer >= 0 or a percentage of at most 100%, got "101%"',
  ],
  [
    labels('a', ''),
    'metrics.monitor.podTargetLabels[1]: expected a label key, name or prefix/name of letters, digits, -_., got ""',
  ],
  ...['10.0.0.1/8', '255.255.255.255/31', '2001:db8::1/32', '::ffff/112', '1:2:3:4:5:6:7:7/127', '::1/0'].map(
    (network): readonly [Json, string] => [
      networks('0.0.0.0/0', network),
      `service.loadBalancerSourceRanges[1]: expected a CIDR with no bit set after its prefix, as in "10.0.0.0/8", got "${network}"`,
    ],
  ),
  [
    spread(['zone', 'DoNotSchedule'], ['host', 'DoNotSchedule'], ['zone', 'DoNotSchedule']),
    'coderd.topologySpreadConstraints[2].topologyKey: expected a topologyKey and whenUnsatisfiable that no other item has, got "zone" and "DoNotSchedule"',
  ],
  ...[{}, { fieldRef: {}, secretKeyRef: {} }].flatMap((valueFrom): readonly (readonly [Json, string])[] =>
    (
      [
        [{ env: { A: { valueFrom } } }, 'env.A'],
        [{ extraEnv: [{ name: 'A', valueFrom }] }, 'extraEnv[0]'],
      ] as const
    ).map(([coderd, where]) => [
      { coderd },
      `coderd.${where}.valueFrom: expected exactly one of fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef, fileKeyRef, got ${String(Object.keys(valueFrom).length)}`,
    ]),
  ),
  [
    { metrics: { monitor: { relabelings: [{ action: 'keep', regex: '(?<name>a)' }] } } },
    'metrics.monitor.relabelings[0].regex: expected a regular expression of RE2 (null and ~ in brackets, groups named by (?P<name>...)), got "(?<name>a)"',
  ],
];

/** Values that come near, and are taken. */
const TAKEN: readonly Json[] = [
  tolerations(
    { operator: 'Exists' },
    { key: 'a.b/c', effect: 'NoExecute', tolerationSeconds: 5 },
    { key: 'a', value: '' },
  ),
  sources({ prefix: '', secretRef: { name: 'b' } }, { prefix: 'A B', configMapRef: { name: 'a' } }),
  { coderd: { extraEnv: [{ name: 'A' }, { name: 'B', value: '' }, { name: 'C', valueFrom: { secretKeyRef: {} } }] } },
  { coderd: { env: { A: { value: 'a', valueFrom: null }, B: { value: null, valueFrom: { fieldRef: {} } } } } },
  spread(['zone', 'DoNotSchedule'], ['zone', 'ScheduleAnyway'], ['host', 'DoNotSchedule']),
  { metrics: { monitor: { relabelings: [{ action: 'keep', regex: '(?P<name>a)[(?<]' }] } } },
  networks('0.0.0.0/0', '10.128.0.0/9', '1.2.3.4/32', '2001:db8::/32', '::/0', '::1/128', '::10/124', '1::2:0/112'),
  { service: { loadBalancerIP: '' } },
  unavailable('100%'),
  unavailable(500),
  labels('a.b/c', 'd'),
];

describe.each(helmsAt(0))('what the next reader refuses, synth and %s refuse in the same words', (major) => {
  test('each value, and none that comes near: Helm a share of them', async () => {
    const chart = chartWith();
    expect(REFUSED.map(([values]) => problemsOf(CODER_VALUES, values))).toEqual(
      REFUSED.map(([, said]) => [`values.${said}`]),
    );
    expect(TAKEN.flatMap((values) => problemsOf(CODER_VALUES, values))).toEqual([]);
    await inParallel(share(REFUSED, 4), async ([values, said]) => {
      const { code, stderr } = await template(major, chart, { values });
      expect([code, stderr]).toEqual([1, expect.stringContaining(`: values.${said}\n`)]);
    });
    await inParallel(share(TAKEN, 4), async (values) => {
      expect(await template(major, chart, { values })).toMatchObject({ code: 0, stderr: '' });
    });
  });
});

describe('what the schema has words for is refused by the checks too:', () => {
  test.each<readonly [string, Json]>([
    [
      'a quantity whose exponent Kubernetes computes for minutes',
      { coderd: { resources: { limits: { memory: '1e689922780' } } } },
    ],
    ['a Secret that is named twice', { image: { pullSecrets: ['a', 'a'] } }],
  ])('%s', (_, values) => {
    expect(problemsOf(CODER_VALUES, values)).toHaveLength(1);
  });
});

/** Texts that come near to addresses. */
const NEARLY_ADDRESSES = fc.oneof(
  fc.ipV4(),
  fc.ipV6().filter((text) => !text.includes('.')),
  fc.string({ unit: fc.constantFrom(...Array.from('012345689af:.')), maxLength: 20 }),
  fc.array(fc.constantFrom('', '0', 'a1', '12345'), { minLength: 2, maxLength: 10 }).map((groups) => groups.join(':')),
);

test('an IP address is what Node takes for one, with the notations that Kubernetes reads', () => {
  const isAddress = new RegExp(formatSchema(FORMATS.ipAddress).exact?.pattern ?? '$^');
  fc.assert(
    fc.property(NEARLY_ADDRESSES, (text) => {
      // Kubernetes refuses IPv4 addresses within IPv6 ones.
      const isKnown = isIP(text) === 4 || (isIP(text) === 6 && !text.includes('.'));
      expect([text, isAddress.test(text)]).toEqual([text, isKnown]);
    }),
    { numRuns: count({ few: 1000, many: 5000 }) },
  );
});

/** The number that an address is, and how many bits it has. */
function numberOf(address: string): readonly [value: bigint, bits: number] {
  if (!address.includes(':')) return [address.split('.').reduce((value, byte) => value * 256n + BigInt(byte), 0n), 32];
  const { hostname } = new URL(`http://[${address}]`);
  const [head = '', tail = ''] = hostname.slice(1, -1).split('::');
  const [before, after] = [head, tail].map((groups) => groups.split(':').filter((group) => group !== ''));
  const zeros = Array.from({ length: 8 - (before?.length ?? 0) - (after?.length ?? 0) }, () => '0');
  const groups = [...(before ?? []), ...zeros, ...(after ?? [])];
  return [groups.reduce((value, group) => value * 65536n + BigInt(`0x${group}`), 0n), 128];
}

const CIDRS = fc
  .tuple(
    fc.oneof(
      fc.ipV4(),
      fc.ipV6().filter((text) => !text.includes('.')),
    ),
    fc.nat(128),
    fc.boolean(),
  )
  .map(([address, prefix, isCut]) => {
    const [, bits] = numberOf(address);
    const length = Math.min(prefix, bits);
    return isCut && bits === 32
      ? `${address.replace(/\d+\.\d+$/, '0.0')}/${String(length)}`
      : `${address}/${String(length)}`;
  });

test('a network has a bit after its prefix that is set where its number is no multiple of its size', () => {
  fc.assert(
    fc.property(CIDRS, (cidr) => {
      const [address = '', prefix = ''] = cidr.split('/');
      const [value, bits] = numberOf(address);
      const isWhole = value % 2n ** BigInt(bits - Number(prefix)) === 0n;
      expect([cidr, problemsOf(CODER_VALUES, networks(cidr)).length === 0]).toEqual([cidr, isWhole]);
    }),
    { numRuns: count({ few: 150, many: 1000 }) },
  );
});
