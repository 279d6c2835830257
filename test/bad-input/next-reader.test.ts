import { isIP } from 'node:net';
import * as fc from 'fast-check';
import { CODER_VALUES } from '../support/coder-values';
import type { Json } from '../../src/engine/expr';
import { FORMATS, formatSchema } from '../../src/engine/values';
import { problemsOf } from '../engine/values/witness';
import { chartWith, template } from '../support/bad-helm';
import { inParallel } from '../support/helm';
import { helmsAt } from '../support/share';

const tolerations = (...items: readonly Json[]): Json => ({ coderd: { tolerations: items } });
const sources = (...items: readonly Json[]): Json => ({ coderd: { envFrom: items } });
const networks = (...ranges: readonly string[]): Json => ({ service: { loadBalancerSourceRanges: ranges } });
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
    'coderd.tolerations[0].key: expected a label key, [prefix/]name of letters, digits, -_., got "a b"',
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
    { coderd: { extraEnv: [{ name: 'A', value: 'a', valueFrom: {} }] } },
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
    'metrics.monitor.podTargetLabels[1]: expected a label key, [prefix/]name of letters, digits, -_., got ""',
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
  { coderd: { extraEnv: [{ name: 'A' }, { name: 'B', value: '' }, { name: 'C', valueFrom: {} }] } },
  networks('0.0.0.0/0', '2001:db8::/32', '::/0'),
  { service: { loadBalancerIP: '' } },
  unavailable('100%'),
  unavailable(500),
  labels('a.b/c', 'd'),
];

describe.each(helmsAt(0))('what the next reader refuses, synth and %s refuse in the same words', (major) => {
  test('each value, and none that comes near', async () => {
    const chart = chartWith();
    expect(REFUSED.map(([values]) => problemsOf(CODER_VALUES, values))).toEqual(
      REFUSED.map(([, said]) => [`values.${said}`]),
    );
    expect(TAKEN.flatMap((values) => problemsOf(CODER_VALUES, values))).toEqual([]);
    await inParallel(REFUSED, async ([values, said]) => {
      const { code, stderr } = await template(major, chart, { values });
      expect([code, stderr]).toEqual([1, expect.stringContaining(`: values.${said}\n`)]);
    });
    await inParallel(TAKEN, async (values) => {
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
    { numRuns: 5000 },
  );
});
