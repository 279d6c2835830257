import * as fc from 'fast-check';
import {
  type Direction,
  type Flow,
  type Peer,
  type Pod,
  type Policy,
  type Port,
  type Rule,
  allows,
} from './network-policies';
import { PROPERTIES } from './share';

const PODS: readonly Pod[] = ['a', 'b'].flatMap((namespace) =>
  [{ app: 'x' }, { app: 'y', tier: 'z' }, {}].map((labels) => ({
    namespace,
    labels,
    ports: [
      { name: 'web', containerPort: 80 },
      { name: 'voice', containerPort: 81, protocol: 'UDP' as const },
    ],
  })),
);
const ENDS = [...PODS, ...['10.0.0.1', '10.1.0.1', '2001:db8::1'].map((ip) => ({ ip }))];

const flow: fc.Arbitrary<Flow> = fc.record({
  from: fc.constantFrom(...ENDS),
  to: fc.constantFrom(...ENDS),
  port: fc.constantFrom(79, 80, 81, 82),
  protocol: fc.constantFrom('TCP', 'UDP', 'SCTP'),
});
const selector = fc.constantFrom(
  {},
  { matchLabels: { app: 'x' } },
  ...(['In', 'NotIn'] as const).map((operator) => ({ matchExpressions: [{ key: 'app', operator, values: ['x'] }] })),
  ...(['Exists', 'DoesNotExist'] as const).map((operator) => ({ matchExpressions: [{ key: 'tier', operator }] })),
);
const namespaces = fc.constantFrom({}, { matchLabels: { 'kubernetes.io/metadata.name': 'b' } });
const block = fc.constantFrom<Peer['ipBlock'][]>(
  { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] },
  { cidr: '10.1.0.1/32' },
  { cidr: '::/0' },
);
const peer: fc.Arbitrary<Peer> = fc.oneof(
  fc.record({ ipBlock: block }) as fc.Arbitrary<Peer>,
  fc.record({ podSelector: selector }),
  fc.record({ namespaceSelector: namespaces }),
  fc.record({ namespaceSelector: namespaces, podSelector: selector }),
);
const port: fc.Arbitrary<Port> = fc.oneof(
  fc.record({ port: fc.constantFrom<(number | string)[]>(80, 81, 'web', 'voice') }),
  fc.record({ protocol: fc.constantFrom('TCP', 'UDP') }),
  fc.constant({ port: 80, endPort: 81 }),
);
const few = { maxLength: 2 };
const rule: fc.Arbitrary<Rule> = fc
  .record({ peers: fc.array(peer, few), ports: fc.array(port, few) })
  .map(({ peers, ports }) => ({ from: peers, to: peers, ports }));
const policy: fc.Arbitrary<Policy> = fc.record({
  kind: fc.constant('NetworkPolicy' as const),
  metadata: fc.record({ namespace: fc.constantFrom('a', 'b') }),
  spec: fc.record({
    podSelector: selector,
    policyTypes: fc.subarray<Direction>(['Ingress', 'Egress'], { minLength: 1 }),
    ingress: fc.array(rule, few),
    egress: fc.array(rule, few),
  }),
});
const policies = fc.array(policy, { maxLength: 3 });

/** The same policy with other fields in its spec. */
function withSpec(one: Policy, spec: Partial<Policy['spec']>): Policy {
  return { ...one, spec: { ...one.spec, ...spec } };
}

describe('policies, as the tests read them,', () => {
  test('are additive: another one about the same pods and directions stops nothing', () => {
    const more = fc.record({ ingress: fc.array(rule, few), egress: fc.array(rule, few) });
    fc.assert(
      fc.property(policies, policy, more, flow, (others, one, spec, some) => {
        const before = allows([...others, one], some);
        expect(allows([...others, one, withSpec(one, spec)], some) || !before).toBe(true);
      }),
      PROPERTIES,
    );
  });

  test('have no order, nor have their rules, peers and ports', () => {
    const turned = (one: Rule): Rule => ({
      from: [...(one.from ?? [])].reverse(),
      to: [...(one.to ?? [])].reverse(),
      ports: [...(one.ports ?? [])].reverse(),
    });
    fc.assert(
      fc.property(policies, flow, (all, some) => {
        const other = all.toReversed().map((one) => {
          const { ingress = [], egress = [] } = one.spec;
          return withSpec(one, { ingress: ingress.toReversed().map(turned), egress: egress.toReversed().map(turned) });
        });
        expect(allows(other, some)).toBe(allows(all, some));
      }),
      PROPERTIES,
    );
  });

  test('allow what is allowed at both ends, each by the policies about that direction', () => {
    fc.assert(
      fc.property(policies, flow, (all, some) => {
        const only = (direction: Direction): boolean =>
          allows(
            all
              .filter(({ spec }) => spec.policyTypes?.includes(direction) === true)
              .map((one) => withSpec(one, { policyTypes: [direction] })),
            some,
          );
        expect(allows(all, some)).toBe(only('Ingress') && only('Egress'));
      }),
      PROPERTIES,
    );
  });

  test('allow as much with a rule for each pair of a peer and a port', () => {
    const split = ({ from = [], ports = [] }: Rule): readonly Rule[] => {
      const peers = from.length === 0 ? [undefined] : from;
      const pairs = peers.flatMap((one) =>
        (ports.length === 0 ? [undefined] : ports).map((other) => [one, other] as const),
      );
      return pairs.map(([one, other]) => ({
        ...(one === undefined ? {} : { from: [one], to: [one] }),
        ...(other === undefined ? {} : { ports: [other] }),
      }));
    };
    fc.assert(
      fc.property(policies, flow, (all, some) => {
        const other = all.map((one) => {
          const { ingress = [], egress = [] } = one.spec;
          return withSpec(one, { ingress: ingress.flatMap(split), egress: egress.flatMap(split) });
        });
        expect(allows(other, some)).toBe(allows(all, some));
      }),
      PROPERTIES,
    );
  });

  test('close a namespace when one selects all of its pods and has no rules', () => {
    fc.assert(
      fc.property(flow, (some) => {
        const closing: Policy = {
          kind: 'NetworkPolicy',
          metadata: { namespace: 'a' },
          spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
        };
        const isThere = [some.from, some.to].some((end) => 'namespace' in end && end.namespace === 'a');
        expect(allows([closing], some)).toBe(!isThere);
      }),
      PROPERTIES,
    );
  });
});

/** The example of the page of Kubernetes about policies. */
const DOCUMENTED: Policy = {
  kind: 'NetworkPolicy',
  metadata: { namespace: 'default' },
  spec: {
    podSelector: { matchLabels: { role: 'db' } },
    policyTypes: ['Ingress', 'Egress'],
    ingress: [
      {
        from: [
          { ipBlock: { cidr: '172.17.0.0/16', except: ['172.17.1.0/24'] } },
          { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'myproject' } } },
          { podSelector: { matchLabels: { role: 'frontend' } } },
        ],
        ports: [{ protocol: 'TCP', port: 6379 }],
      },
    ],
    egress: [{ to: [{ ipBlock: { cidr: '10.0.0.0/24' } }], ports: [{ protocol: 'TCP', port: 5978 }] }],
  },
};
const DB: Pod = { namespace: 'default', labels: { role: 'db' }, ports: [{ name: 'redis', containerPort: 6379 }] };
const pod = (namespace: string, labels: Pod['labels'] = {}): Pod => ({ namespace, labels });

describe('the example of the documentation of Kubernetes', () => {
  test.each<[is: boolean, flow: Flow]>([
    [true, { from: { ip: '172.17.0.9' }, to: DB, port: 6379 }],
    [false, { from: { ip: '172.17.1.9' }, to: DB, port: 6379 }],
    [false, { from: { ip: '172.18.0.9' }, to: DB, port: 6379 }],
    [true, { from: pod('myproject'), to: DB, port: 6379 }],
    [false, { from: pod('other', { role: 'frontend' }), to: DB, port: 6379 }],
    [true, { from: pod('default', { role: 'frontend' }), to: DB, port: 6379 }],
    [false, { from: pod('default', { role: 'frontend' }), to: DB, port: 6379, protocol: 'UDP' }],
    [false, { from: pod('default', { role: 'frontend' }), to: DB, port: 6380 }],
    [true, { from: DB, to: { ip: '10.0.0.5' }, port: 5978 }],
    [false, { from: DB, to: { ip: '10.0.1.5' }, port: 5978 }],
    [false, { from: DB, to: { ip: '10.0.0.5' }, port: 443 }],
    [true, { from: pod('other'), to: pod('default', { role: 'web' }), port: 6379 }],
    [true, { from: pod('default'), to: { ip: '10.0.1.5' }, port: 443 }],
  ])('allows it: %s, %j', (is, some) => {
    expect(allows([DOCUMENTED], some)).toBe(is);
  });

  test.each<[is: boolean, types: readonly Direction[] | undefined, egress: readonly Rule[] | undefined]>([
    [true, undefined, undefined],
    [false, undefined, []],
    [true, ['Ingress'], []],
    [false, ['Egress'], undefined],
  ])('lets go out: %s, with policyTypes %j and egress %j', (is, types, egress) => {
    const { podSelector = {} } = DOCUMENTED.spec;
    const spec = {
      podSelector,
      ...(types === undefined ? {} : { policyTypes: types }),
      ...(egress === undefined ? {} : { egress }),
    };
    expect(allows([{ ...DOCUMENTED, spec }], { from: DB, to: { ip: '10.0.0.5' }, port: 443 })).toBe(is);
  });
});
