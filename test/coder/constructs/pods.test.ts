import type { Json } from '../../../src/engine/expr';
import { type Problem, ValuesError, checkValues } from '../../../src/engine/values';
import { coder, dig, listAt, podTemplate } from '../../docs/coder';
import { CODER_VALUES } from '../../support/coder-values';
import { ALSO_BROKEN_PODS } from '../../support/pod-cases';
import type { Case } from '../../support/law';

const PROXY = { name: 'proxy', image: 'proxy:1', restartPolicy: 'Always', startupProbe: { tcpSocket: { port: 5432 } } };

const podOf = (coderd: object, others: object = {}): Json =>
  dig(podTemplate(coder({ ...others, coderd } as Case['values'])), 'spec') ?? null;
const namesIn = (pod: Json, list: string): readonly (Json | undefined)[] =>
  listAt(pod, list).map((container) => dig(container, 'name'));

function problemsOf(coderd: object, others: object = {}): readonly Problem[] {
  try {
    checkValues(CODER_VALUES, { ...others, coderd });
    return [];
  } catch (error) {
    if (error instanceof ValuesError) return error.problems;
    throw error;
  }
}

describe('pods find other hosts', () => {
  test('by addresses, in the order of these, without those that null takes out', () => {
    const hostAliases = { '10.0.0.9': ['b', 'a.b'], '::1': ['c'], '10.0.0.10': ['d'], '10.0.0.1': null };
    expect(dig(podOf({ hostAliases }), 'hostAliases')).toEqual([
      { ip: '10.0.0.10', hostnames: ['d'] },
      { ip: '10.0.0.9', hostnames: ['b', 'a.b'] },
      { ip: '::1', hostnames: ['c'] },
    ]);
  });

  test('by servers, domains and options, of which some have no value', () => {
    const dnsConfig = { nameservers: ['192.0.2.1'], searches: ['a.b'], options: { ndots: '2', edns0: '' } };
    const pod = podOf({ dnsPolicy: 'None', dnsConfig });
    expect(dig(pod, 'dnsPolicy')).toBe('None');
    expect(dig(pod, 'dnsConfig')).toEqual({
      ...dnsConfig,
      options: [{ name: 'edns0' }, { name: 'ndots', value: '2' }],
    });
  });

  test('by no address that is none, nor by more servers and domains than Kubernetes takes', () => {
    const all = (count: number, of: (i: number) => string): readonly string[] =>
      Array.from({ length: count }, (_, i) => of(i));
    const said = (coderd: object): readonly string[] =>
      problemsOf(coderd).map(({ path, expected, got }) => `${path}: ${expected}; ${got}`);
    const searches = all(33, (i) => `a${String(i)}.b`);
    const nameservers = all(4, (i) => `192.0.2.${String(i)}`);
    expect([
      ...said({ hostAliases: { '10.0.0.256': ['a'] } }),
      ...said({ dnsConfig: { searches } }),
      ...said({ dnsConfig: { nameservers } }),
      ...said({ dnsConfig: { searches: searches.slice(1), nameservers: nameservers.slice(1) } }),
    ]).toEqual([
      'values.coderd.hostAliases: an IP address; the key "10.0.0.256"',
      'values.coderd.dnsConfig.searches: at most 32 items; 33',
      'values.coderd.dnsConfig.nameservers: at most 3 items; 4',
    ]);
  });

  test('as Kubernetes has it where nothing is said', () => {
    const pod = podOf({});
    for (const field of ['hostAliases', 'dnsPolicy', 'dnsConfig', 'schedulerName', 'runtimeClassName'])
      expect(dig(pod, field)).toBeUndefined();
  });
});

test('a command takes the place of that of coderd, or of a satellite, and not of that of the migrations', () => {
  const containersOf = (coderd: object, others?: object): readonly Json[] =>
    ['initContainers', 'containers'].flatMap((list) => listAt(podOf(coderd, others), list));
  const ran = (containers: readonly Json[]): Json =>
    containers.map((one) => [dig(one, 'command'), dig(one, 'args')] as Json);
  const migrations = [['coderd', 'migrate', 'up'], undefined];
  const own = { command: ['sh', '-c'], args: ['exec coderd run'] };
  const satellite = {
    enabled: true,
    primaryUrl: 'https://a',
    accessUrl: 'https://b',
    privateKeySecret: { name: 'a' },
  };
  expect(ran(containersOf({}))).toEqual([migrations, [['coderd', 'run'], undefined]]);
  expect(ran(containersOf(own))).toEqual([migrations, [own.command, own.args]]);
  expect(ran(containersOf({ args: ['-v'] }))).toEqual([migrations, [['coderd', 'run'], ['-v']]]);
  expect(ran(containersOf({}, { satellite }))).toEqual([[['coderd', 'replica'], undefined]]);
  expect(ran(containersOf(own, { satellite }))).toEqual([[own.command, own.args]]);
});

describe('init containers', () => {
  test('run before and after the migrations, and are there without these', () => {
    const lists = { initContainersBeforeMigrations: [PROXY], extraInitContainers: [{ name: 'after' }] };
    expect(namesIn(podOf(lists), 'initContainers')).toEqual(['proxy', 'migrations', 'after']);
    expect(namesIn(podOf({ ...lists, migrations: { enabled: false } }), 'initContainers')).toEqual(['proxy', 'after']);
    expect(dig(podOf(lists), 'initContainers', 0)).toEqual(PROXY);
  });

  test.each(['initContainersBeforeMigrations', 'extraInitContainers'])(
    'in %s that end have no probes, as the API server asks',
    (list) => {
      const { restartPolicy: _, ...ends } = PROXY;
      expect(problemsOf({ [list]: [PROXY] })).toEqual([]);
      expect(problemsOf({ [list]: [ends] })).toEqual([
        {
          path: `values.coderd.${list}[0].startupProbe`,
          expected: 'nothing where restartPolicy is not given',
          got: 'a value',
        },
      ]);
    },
  );

  test.each(['initContainersBeforeMigrations', 'extraInitContainers', 'sidecars'])(
    'in %s have names of their own',
    (list) => {
      expect(
        problemsOf({ [list]: [{ name: 'migrations' }, { name: 'a' }, { name: 'a' }] }).map(({ path }) => path),
      ).toEqual([`values.coderd.${list}[0].name`, `values.coderd.${list}[2].name`]);
    },
  );
});

test.each(ALSO_BROKEN_PODS)('rules look at lists and at maps by name: %j', (values, words) => {
  expect(
    problemsOf(dig(values, 'coderd') as object, values as object).map(
      ({ path, expected, got }) => `${path}: expected ${expected}, got ${got}`,
    ),
  ).toEqual([`values.${words}`]);
});

test('a scheduler and a class of runtimes are those of the pods', () => {
  expect(podOf({ schedulerName: 'volcano', runtimeClassName: 'gvisor' })).toMatchObject({
    schedulerName: 'volcano',
    runtimeClassName: 'gvisor',
  });
});
