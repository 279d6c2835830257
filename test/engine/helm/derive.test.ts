import { Manifest } from '../../../src/engine/border';
import { and, equals, ifElse, interpolate, isSet } from '../../../src/engine/expr';
import { type HelmChartProps, deriveChart, renderHelmChart } from '../../../src/engine/helm';
import { renderManifests } from '../../../src/engine/synth';
import { bool, checkValues, int, section, text, withRules } from '../../../src/engine/values';
import { helm, writeChart } from '../../support/helm';
import { parseObjects } from '../../support/manifests';
import { LEAST } from './charts';

const VALUES = withRules(
  section('Values of a large chart.', {
    host: text({ description: 'Host.', default: 'example.com', format: 'dnsSubdomain' }),
    secret: text({ description: 'Secret.', default: '', format: 'dnsSubdomain' }),
    secure: bool({ description: 'Uses TLS.', default: false }),
    pods: section('Pods.', { count: int({ description: 'Number.', default: 1, since: '1.1.0' }) }),
  }),
  ({ secure, secret, host }) => [
    {
      path: 'secret',
      broken: and(secure, equals(secret, '')),
      expected: 'the name of a Secret, since secure is true',
      got: '""',
    },
    { path: 'host', broken: equals(host, 'localhost'), expected: 'a host that others find', got: host },
  ],
);

const LARGE: HelmChartProps<(typeof VALUES)['children']> = {
  metadata: LEAST,
  values: VALUES,
  build: (chart, { host, secret, secure, pods }, { releaseName }) => {
    const data = {
      url: interpolate`${ifElse(secure, 'https', 'http')}://${host}`,
      secret,
      has: ifElse(isSet(secret), 'yes', 'no'),
      count: interpolate`${pods.count}`,
    };
    new Manifest(chart, 'Map', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: releaseName }, data });
  },
  notes: ({ host }) => interpolate`See ${host}.`,
};

const SMALL = deriveChart(LARGE, {
  metadata: { ...LEAST, name: 'small' },
  fixed: { secure: true, secret: 'tls' },
  values: section('Own.', { note: text({ description: 'A note.', default: 'none' }) }),
  add: (chart, { note }, { host }, { releaseName }) => {
    new Manifest(chart, 'Own', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: interpolate`${releaseName}-own` },
      data: { note: interpolate`${note} of ${host}` },
    });
  },
});
const FILES = renderHelmChart(SMALL);

describe('a derived chart', () => {
  test('has the values that are left and its own, in values.yaml and in the schema', () => {
    const { properties } = JSON.parse(FILES.get('values.schema.json') ?? '') as { properties: object };
    expect(Object.keys(properties).filter((key) => !['global', 'enabled'].includes(key))).toEqual([
      'host',
      'pods',
      'note',
    ]);
    expect(FILES.get('values.yaml')?.match(/^\w+(?=:)/gm)).toEqual(['host', 'pods', 'note']);
    expect(FILES.get('values.yaml')).toMatch(/^# Values of the chart "small"\.\n/);
  });

  test('has decided in its templates what depends on fixed values alone', () => {
    const template = FILES.get('templates/map.yaml') ?? '';
    expect(template).toMatch(/^ {2}url: \{\{ printf "https:\/\/%s" \.Values\.host \| quote \}\}$/m);
    expect(template).toMatch(/^ {2}secret: tls\n {2}has: "yes"$/m);
    expect([...FILES.values()].join('\n')).not.toMatch(/Values\.sec/);
  });

  test('has the notes of the larger chart, and the versions of its values no more', () => {
    expect(FILES.get('templates/NOTES.txt')).toContain('See {{ .Values.host }}.');
    expect([...FILES.values()].join('\n')).not.toContain('addNewer');
    expect([...renderHelmChart(LARGE).values()].join('\n')).toContain('addNewer');
  });

  test.each(['helm3', 'helm4'] as const)('is with %s what it is as YAML, with objects of its own', async (major) => {
    const args = ['--set', 'host=example.org,pods.count=2,note=some'];
    const { stdout } = await helm(major, ['template', 'x', writeChart(FILES), '--namespace', 'y', ...args]);
    const placement = { releaseName: 'x', namespace: 'y' };
    const plain = renderManifests(SMALL, placement, { host: 'example.org', pods: { count: 2 }, note: 'some' });
    const texts = [...plain].filter(([file]) => file !== 'kustomization.yaml').map(([, text]) => text);
    expect(parseObjects(texts.join('---\n'))).toEqual(parseObjects(stdout));
    expect(parseObjects(stdout)['ConfigMap/x-own']).toMatchObject({ data: { note: 'some of example.org' } });
  });
});

describe('rules between values', () => {
  const open =
    (fixed: object): (() => unknown) =>
    () =>
      deriveChart(LARGE, { metadata: LEAST, fixed });

  test('hold for what is left, and are gone where fixed values decide them', () => {
    expect(() => {
      checkValues(SMALL.values, { host: 'localhost' });
    }).toThrow('values.host: expected a host that others find');
    expect(FILES.get('templates/_defaults.tpl')).not.toContain('the name of a Secret');
  });

  test('that fixed values break refuse the chart', () => {
    expect(open({ secure: true, secret: '' })).toThrow(
      'values.secret: expected the name of a Secret, since secure is true, got ""',
    );
  });

  test('about a fixed value name one that can be set', async () => {
    const chart = deriveChart(LARGE, { metadata: LEAST, fixed: { secret: '' } });
    const message =
      'values.secure: expected a value with which secret, which this chart fixes, is the name of a Secret, since secure is true, got ""';
    expect(() => {
      checkValues(chart.values, { secure: true });
    }).toThrow(message);
    const folder = writeChart(renderHelmChart(chart));
    expect((await helm('helm4', ['template', 'x', folder, '--set', 'secure=true'])).stderr).toContain(message);
  });
});

test.each<readonly [message: string, props: object]>([
  ['open[0]: expected the path of a value, such as host, got "hos"', { open: ['hos'] }],
  [
    'open[1]: expected a value that is not fixed, got "pods"',
    { open: ['host', 'pods'], fixed: { pods: { count: 2 } } },
  ],
  ['open: expected a list, got "host"', { open: 'host' }],
  ['fixed: expected a map, got 1', { fixed: 1 }],
  ['values.pods.count: expected integer, got string "many"', { fixed: { pods: { count: 'many' } } }],
  ['values.nothing: expected one of the keys host, secret, secure, pods', { fixed: { nothing: 1 } }],
  ['values: expected a section, got 1', { values: 1 }],
  [
    'values.host: expected another name, since the larger chart has such a value',
    { values: section('Own.', { host: text({ description: 'Host.', default: '' }) }) },
  ],
  ['add: expected a function, got 1', { add: 1 }],
  ['metadata: expected a map, got undefined', { metadata: undefined }],
])('a derived chart is refused: %s', (message, props) => {
  expect(() => renderHelmChart(deriveChart(LARGE, { metadata: LEAST, ...props }))).toThrow(message);
});
