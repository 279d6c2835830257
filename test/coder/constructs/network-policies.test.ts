import * as fc from 'fast-check';
import type { Json } from '../../../src/engine/expr';
import { coder, dig, listAt, podTemplate } from '../../docs/coder';
import { CODER_VALUES } from '../../support/coder-values';
import { cases, concreteCoder } from '../../support/law';
import type { Objects } from '../../support/manifests';
import {
  type Flow,
  type Outside,
  type Peer,
  type Pod,
  type Policy,
  type Rule,
  allows,
} from '../../support/network-policies';
import { mutantsOf } from '../../support/mutated-policies';
import { repaired } from '../../support/repaired';
import { PROPERTIES, count, seedAt } from '../../support/share';
import { withValue } from '../../support/values';

/** What a person says of isolation. */
interface Said {
  readonly workspaces: { readonly enabled: boolean };
  readonly coderd: {
    readonly enabled: boolean;
    readonly monitoringNamespaces: readonly string[];
    readonly profilingNamespaces: readonly string[];
    readonly extraIngress: readonly Rule[];
    readonly egress: {
      readonly restricted: boolean;
      readonly database: { readonly peers: readonly Peer[]; readonly port: number };
      readonly apiServer: { readonly peers: readonly Peer[] };
      readonly extraRules: readonly Rule[];
    };
  };
}

const NAMESPACE = 'coder';
const WORKSPACE_LABELS = { 'com.coder.resource': 'true' };
const pod = (namespace: string, labels: Pod['labels'] = { app: 'x' }): Pod => ({ namespace, labels });

/** Everybody but coderd. */
const OTHERS = {
  workspace: pod(NAMESPACE, WORKSPACE_LABELS),
  'workspace elsewhere': pod('ide', WORKSPACE_LABELS),
  neighbour: pod(NAMESPACE),
  'another coderd': pod(NAMESPACE, { 'coder.deployment': 'other-coderd', app: 'other-coderd' }),
  stranger: pod('other'),
  'ingress controller': pod('ingress-nginx'),
  Prometheus: pod('monitoring'),
  'second Prometheus': pod('observability'),
  debugger: pod('debug'),
  DNS: pod('kube-system', { 'k8s-app': 'kube-dns' }),
  'database pod': pod('database', { app: 'postgres' }),
  'database of others': pod('other', { app: 'postgres' }),
  'pod beside the database': pod('database'),
  scanner: pod('scanner'),
  'database address': { ip: '10.20.0.5' },
  'API server': { ip: '10.96.0.1' },
  internet: { ip: '203.0.113.7' },
  'internet of IPv6': { ip: '2001:db8::7' },
} satisfies Readonly<Record<string, Pod | Outside>>;

type Name = keyof typeof OTHERS | 'coderd' | 'replica';
const NAMES = ['coderd', 'replica', ...Object.keys(OTHERS)] as readonly Name[];
const PORTS = [53, 443, 2112, 5353, 5432, 5433, 6060, 6443, 8080, 8443, 9000, 50_000];
const isCoderd = (name: Name): boolean => name === 'coderd' || name === 'replica';

interface Try {
  readonly from: Name;
  readonly to: Name;
  readonly port: number;
  readonly protocol: 'TCP' | 'UDP';
}

const TRIES: readonly Try[] = NAMES.flatMap((from) =>
  NAMES.flatMap((to) =>
    PORTS.flatMap((port) => (['TCP', 'UDP'] as const).map((protocol) => ({ from, to, port, protocol }))),
  ),
);

const DATABASE_PEERS: Readonly<Record<string, Peer>> = {
  'database address': { ipBlock: { cidr: '10.20.0.0/16' } },
  'database pod': {
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'database' } },
    podSelector: { matchLabels: { app: 'postgres' } },
  },
};
const API_SERVER: Peer = { ipBlock: { cidr: '10.96.0.1/32' } };
const EXTRA: Readonly<Record<'ingress' | 'egress', Rule>> = {
  ingress: {
    from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'scanner' } } }],
    ports: [{ port: 9000 }],
  },
  egress: { to: [{ ipBlock: { cidr: '203.0.113.0/24' } }], ports: [{ port: 443, protocol: 'TCP' }] },
};

/** What must reach coderd, in words of what people want, not of policies. */
function mayEnterCoderd({ from, port, protocol }: Try, { coderd }: Said): boolean {
  if (!coderd.enabled || isCoderd(from)) return true;
  if (protocol === 'UDP') return false;
  if ([8080, 8443].includes(port)) return true;
  const other = OTHERS[from as keyof typeof OTHERS];
  const home = 'namespace' in other ? other.namespace : '';
  if (port === 2112) return coderd.monitoringNamespaces.includes(home);
  if (port === 6060) return coderd.profilingNamespaces.includes(home);
  return port === 9000 && coderd.extraIngress.length > 0 && from === 'scanner';
}

/** What coderd must reach. */
function mayLeaveCoderd(one: Try, { coderd: { enabled, egress } }: Said): boolean {
  const { to, port, protocol } = one;
  if (!enabled || !egress.restricted || isCoderd(to) || to.startsWith('workspace')) return true;
  return port === 53 || port === 5353 || (protocol === 'TCP' && isNamed(one, egress));
}

/** Whether the restricted egress names a destination. */
function isNamed({ to, port }: Try, { database, apiServer, extraRules }: Said['coderd']['egress']): boolean {
  if (to === 'internet') return port === 443 && extraRules.length > 0;
  if (to === 'API server') return (port === 443 || port === 6443) && apiServer.peers.length > 0;
  return port === database.port && database.peers.some((peer) => peer === DATABASE_PEERS[to]);
}

function may(one: Try, said: Said): boolean {
  if (isCoderd(one.from) && !mayLeaveCoderd(one, said)) return false;
  if (isCoderd(one.to)) return mayEnterCoderd(one, said);
  return one.to !== 'workspace' || !said.workspaces.enabled;
}

/** The policies of an installation, and a pod of its coderd. */
function isolation(objects: Objects): { readonly policies: readonly Policy[]; readonly coderd: Pod } {
  const policies = Object.entries(objects).flatMap(([key, object]) =>
    key.startsWith('NetworkPolicy/') ? [JSON.parse(JSON.stringify(object)) as Policy] : [],
  );
  const template = podTemplate(objects);
  const ports = listAt(template, 'spec', 'containers', 0, 'ports') as unknown as Pod['ports'];
  const labels = dig(template, 'metadata', 'labels') as Pod['labels'];
  return { policies, coderd: { namespace: NAMESPACE, labels, ...(ports === undefined ? {} : { ports }) } };
}

function flowOf({ from, to, port, protocol }: Try, coderd: Pod): Flow {
  const end = (name: Name): Pod | Outside => (isCoderd(name) ? coderd : OTHERS[name as keyof typeof OTHERS]);
  return { from: end(from), to: end(to), port, protocol };
}

/** What policies do that they must not: stop what must pass, or let pass what must stop. */
function wrong(policies: readonly Policy[], coderd: Pod, said: Said): readonly Try[] {
  return TRIES.filter((one) => allows(policies, flowOf(one, coderd)) !== may(one, said));
}

const DEFAULT: Said = {
  workspaces: { enabled: true },
  coderd: {
    enabled: true,
    monitoringNamespaces: ['monitoring'],
    profilingNamespaces: [],
    extraIngress: [],
    egress: { restricted: false, database: { peers: [], port: 5432 }, apiServer: { peers: [] }, extraRules: [] },
  },
};
const FULL: Said = {
  ...DEFAULT,
  coderd: {
    enabled: true,
    monitoringNamespaces: ['monitoring', 'observability'],
    profilingNamespaces: ['debug'],
    extraIngress: [EXTRA.ingress],
    egress: {
      restricted: true,
      database: { peers: Object.values(DATABASE_PEERS), port: 5433 },
      apiServer: { peers: [API_SERVER] },
      extraRules: [EXTRA.egress],
    },
  },
};

const someOf = <T>(...all: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...all]);
const said: fc.Arbitrary<Said> = fc
  .record({
    workspaces: fc.record({ enabled: fc.boolean() }),
    coderd: fc.record({
      enabled: fc.boolean(),
      monitoringNamespaces: someOf('monitoring', 'observability', 'coder'),
      profilingNamespaces: someOf('debug', 'monitoring'),
      extraIngress: someOf(EXTRA.ingress),
      egress: fc.record({
        restricted: fc.boolean(),
        database: fc.record({ peers: someOf(...Object.values(DATABASE_PEERS)), port: fc.constantFrom(5432, 5433) }),
        apiServer: fc.record({ peers: someOf(API_SERVER) }),
        extraRules: someOf(EXTRA.egress),
      }),
    }),
  })
  .filter(
    ({ coderd: { egress } }) =>
      egress.extraRules.length > 0 || (egress.database.peers.length > 0 && egress.apiServer.peers.length > 0),
  );

/** Installations with hostile values, whose isolation is said by a test. */
const INSTALLATIONS = cases(CODER_VALUES, count({ few: 10, many: 60 }), { seed: seedAt(77), presence: 0.4 });

describe('the policies of an installation', () => {
  test('let pass what must pass, and stop what must stop', () => {
    expect(wrong(isolation(coder()).policies, isolation(coder()).coderd, DEFAULT)).toEqual([]);
    fc.assert(
      fc.property(said, fc.constantFrom(...INSTALLATIONS), (own, { release, values }) => {
        const given = withValue({ ...values, networkPolicies: own as unknown as Json }, ['coderd', 'enabled'], true);
        const objects = concreteCoder({ release, namespace: NAMESPACE, values: repaired(CODER_VALUES, given) });
        const { policies, coderd } = isolation(objects);
        expect(wrong(policies, coderd, own)).toEqual([]);
      }),
      { ...PROPERTIES, numRuns: count({ few: 20, many: 300 }) },
    );
  });

  test.each([
    ['by default', DEFAULT],
    ['with everything said', FULL],
  ])('have nothing that could be left out, opened or closed unnoticed, %s', (_, own) => {
    const { policies, coderd } = isolation(coder({ networkPolicies: own as unknown as Json }));
    expect(wrong(policies, coderd, own)).toEqual([]);
    const mutants = mutantsOf(policies);
    expect(mutants.length).toBeGreaterThan(20);
    const unnoticed = mutants.filter(({ policies: mutated }) => wrong(mutated, coderd, own).length === 0);
    expect(unnoticed.map(({ what }) => what)).toEqual([]);
  });

  test('are absent where coderd is', () => {
    const kinds = Object.keys(coder({ coderd: { enabled: false } })).filter((key) => key.startsWith('NetworkPolicy/'));
    expect(kinds).toEqual([]);
  });

  test('of two releases in a namespace have names of their own, and each lets its own replicas in', () => {
    const [one, other] = [isolation(coder()), isolation(coder({}, 'other'))];
    const names = (all: readonly Policy[]): readonly unknown[] =>
      all.map(({ metadata }) => dig(metadata as unknown as Json, 'name'));
    expect(names([...one.policies, ...other.policies])).toEqual([
      'ingress-deny-all',
      'coderd',
      'other-ingress-deny-all',
      'other-coderd',
    ]);
    const policies = [...one.policies, ...other.policies];
    const reaches = (from: Pod, to: Pod): boolean => allows(policies, { from, to, port: 50_000, protocol: 'UDP' });
    expect([reaches(one.coderd, one.coderd), reaches(other.coderd, other.coderd)]).toEqual([true, true]);
    expect([reaches(one.coderd, other.coderd), reaches(other.coderd, one.coderd)]).toEqual([false, false]);
  });
});
