import type { Json } from '../../src/engine/expr';
import { leavesOf } from '../../src/engine/values';
import { CHART, objectsIn, synth, valuesFile } from '../cli/command';
import { dig, listAt, podTemplate } from '../docs/coder';
import { CODER_VALUES } from '../support/coder-values';
import { helmTemplate, inParallel } from '../support/helm';
import { type Objects, differences, parseObjects } from '../support/manifests';

const BASE = {
  image: { pullSecrets: ['listed'], pullSecretsByName: { mirror: true, listed: true, old: true } },
  hosts: { alternates: ['z.example.com'], alternatesByName: { 'b.example.com': true, 'old.example.com': true } },
  coderd: {
    env: { A: { value: 'a' }, B: { value: 'b' } },
    envFrom: [{ secretRef: { name: 'listed' } }],
    envFromByName: { shared: { configMapRef: { name: 'base' } }, old: { secretRef: { name: 'old' } } },
    hostAliases: { '10.0.0.1': ['a', 'b'], '10.0.0.2': ['c'] },
    dnsConfig: { options: { ndots: '1', edns0: '' } },
    sidecars: [{ name: 'listed', image: 'a' }],
    sidecarsByName: { proxy: { image: 'proxy:1', args: ['a'] }, old: { image: 'old' } },
    volumes: {
      settings: { source: { configMap: { name: 'base' } }, mountPath: '/settings' },
      old: { mountPath: '/old' },
    },
    extraVolumes: [{ name: 'listed', emptyDir: {} }],
    extraVolumeMounts: [{ name: 'listed', mountPath: '/listed' }],
  },
};

const OVER = {
  image: { pullSecretsByName: { registry: true, mirror: true, old: false } },
  hosts: { alternatesByName: { 'a.example.com': true, 'old.example.com': null } },
  coderd: {
    env: { B: { value: 'other' }, C: { value: 'c' } },
    envFromByName: { shared: { prefix: 'P_' }, more: { secretRef: { name: 'more' } }, old: null },
    hostAliases: { '10.0.0.2': null, '::1': ['d'] },
    dnsConfig: { options: { ndots: '2' } },
    sidecarsByName: { proxy: { image: 'proxy:2' }, shipper: { image: 'shipper' }, old: null },
    volumes: {
      settings: { source: { configMap: null, secret: { secretName: 'over' } }, subPath: 'production', readOnly: true },
      cache: {},
      old: null,
    },
  },
};

const FILES = [BASE, OVER].map((values) => JSON.stringify(values));

function synthesized(): Objects {
  const { run, out } = synth(FILES);
  expect(run).toMatchObject({ status: 0 });
  return objectsIn(out);
}

const names = (list: readonly (Json | undefined)[]): readonly (Json | undefined)[] =>
  list.map((one) => dig(one, 'name'));

describe('of two values files', () => {
  const objects = synthesized();
  const pod = dig(podTemplate(objects), 'spec') ?? null;
  const container = dig(pod, 'containers', 0) ?? null;

  test('nothing is lost in a map: the second adds, changes and takes out', () => {
    expect(names(listAt(pod, 'imagePullSecrets'))).toEqual(['listed', 'mirror', 'registry']);
    expect(listAt(pod, 'hostAliases')).toEqual([
      { ip: '10.0.0.1', hostnames: ['a', 'b'] },
      { ip: '::1', hostnames: ['d'] },
    ]);
    expect(listAt(pod, 'dnsConfig', 'options')).toEqual([{ name: 'edns0' }, { name: 'ndots', value: '2' }]);
    expect(listAt(container, 'envFrom')).toEqual([
      { secretRef: { name: 'listed' } },
      { secretRef: { name: 'more' } },
      { configMapRef: { name: 'base' }, prefix: 'P_' },
    ]);
    expect(listAt(container, 'env')).toEqual(
      expect.arrayContaining([
        { name: 'CODER_ALTERNATE_HOSTNAMES', value: 'z.example.com,a.example.com,b.example.com' },
        { name: 'A', value: 'a' },
        { name: 'B', value: 'other' },
        { name: 'C', value: 'c' },
      ]),
    );
  });

  test('containers, volumes and mounts are those of both', () => {
    expect(listAt(pod, 'containers').slice(1)).toEqual([
      { name: 'listed', image: 'a' },
      { name: 'proxy', image: 'proxy:2', args: ['a'] },
      { name: 'shipper', image: 'shipper' },
    ]);
    expect(listAt(pod, 'volumes')).toEqual([
      { name: 'tmp-pgcerts', emptyDir: {} },
      { name: 'cache' },
      { name: 'settings', secret: { secretName: 'over' } },
      { name: 'listed', emptyDir: {} },
    ]);
    for (const each of [container, dig(pod, 'initContainers', 0) ?? null])
      expect(listAt(each, 'volumeMounts')).toEqual([
        { name: 'tmp-pgcerts', mountPath: '/tmp/pgcerts' },
        { name: 'settings', mountPath: '/settings', subPath: 'production', readOnly: true },
        { name: 'listed', mountPath: '/listed' },
      ]);
  });

  test('Helm 3 and Helm 4 make the same', async () => {
    const args = FILES.flatMap((text) => ['--values', valuesFile(text)]);
    await inParallel(['helm3', 'helm4'] as const, async (major) => {
      const { code, stdout, stderr } = await helmTemplate(major, CHART, { args });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(differences(objects, parseObjects(stdout))).toEqual([]);
    });
  });
});

const SIDECAR = { image: 'b', ports: [{ name: 'c', containerPort: 81 }] };
const PORT = { service: { additionalPorts: [{ name: 'c', port: 81, targetPort: 'c' }] } };
const EVALUATION = { enabled: true, passwordSecret: { name: 'a' } };

interface Twins {
  readonly byName: Json;
  readonly asList: Json;
}

/** The same said by name and as a list, by the map. */
const TWINS: Readonly<Record<string, Twins>> = {
  'coderd.envFromByName': {
    byName: { coderd: { envFromByName: { a: { secretRef: { name: 'b' } } } } },
    asList: { coderd: { envFrom: [{ secretRef: { name: 'b' } }] } },
  },
  'coderd.sidecarsByName': {
    byName: { ...PORT, coderd: { sidecarsByName: { a: SIDECAR } } },
    asList: { ...PORT, coderd: { sidecars: [{ name: 'a', ...SIDECAR }] } },
  },
  'image.pullSecretsByName': {
    byName: { evaluationDatabase: EVALUATION, image: { pullSecretsByName: { a: true } } },
    asList: { evaluationDatabase: EVALUATION, image: { pullSecrets: ['a'] } },
  },
  'hosts.alternatesByName': {
    byName: { hosts: { access: 'a.test', alternatesByName: { 'b.test': true } } },
    asList: { hosts: { access: 'a.test', alternates: ['b.test'] } },
  },
  'coderd.volumes': {
    byName: { coderd: { volumes: { a: { source: { emptyDir: {} }, mountPath: '/b' } } } },
    asList: {
      coderd: {
        extraVolumes: [{ name: 'a', emptyDir: {} }],
        extraVolumeMounts: [{ name: 'a', mountPath: '/b' }],
      },
    },
  },
  'coderd.env': {
    byName: { coderd: { env: { DB_HOST: { value: 'a' } } } },
    asList: { coderd: { extraEnv: [{ name: 'DB_HOST', value: 'a' }] } },
  },
};

/** What synth makes, and what it warns of. */
function made(values: Json): { readonly objects: Objects; readonly stderr: string } {
  const { run, out } = synth([JSON.stringify(values)]);
  expect(run).toMatchObject({ status: 0 });
  return { objects: objectsIn(out), stderr: run.stderr };
}

test.each(Object.entries(TWINS))(
  'an entry of %s is made, and warned of, as one of its list',
  (_, { byName, asList }) => {
    const [one, other] = [made(byName), made(asList)];
    expect(differences(one.objects, other.objects)).toEqual([]);
    expect(one.stderr).toBe(other.stderr);
  },
);

test('every map that is beside a list is among these', () => {
  const maps = leavesOf(CODER_VALUES).filter(({ path }) => path.at(-1)?.endsWith('ByName') === true);
  for (const { path } of maps) {
    expect(Object.keys((dig(BASE as Json, ...path) ?? {}) as object)).not.toEqual([]);
    expect(Object.keys(TWINS)).toContain(path.join('.'));
  }
});
