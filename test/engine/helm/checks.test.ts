import { Manifest } from '../../../src/engine/border';
import { type Json, equals, interpolate, nonEmpty } from '../../../src/engine/expr';
import { renderHelmChart } from '../../../src/engine/helm';
import {
  ANY_MAP,
  ANY_TEXT,
  type Section,
  alertLabels,
  bool,
  int,
  intOrPercent,
  jsonFiles,
  labels,
  manifest,
  manifestList,
  manifestMap,
  number,
  optionalInt,
  section,
  text,
  textList,
  textListMap,
  withRules,
} from '../../../src/engine/values';
import { chartRenderer } from '../../support/go-template';
import { problemsOf } from '../values/witness';
import { LEAST } from './charts';

const VARIANTS = {
  field: 'action',
  default: 'keep',
  kinds: [
    { of: ['keep'], required: ['regex', 'x'] },
    { of: ['drop', 'skip'], refused: ['x', 'z'], formats: { y: { pattern: '^a+$', title: 'letters a' } } },
  ],
};

const VALUES = withRules(
  section('All.', {
    flag: bool({ description: 'A switch.', default: true }),
    count: int({ description: 'A number.', default: 1, min: 0 }),
    ratio: number({ description: 'A ratio.', default: 0.5 }),
    surge: intOrPercent({ description: 'A surge.', default: 1 }),
    user: optionalInt({ description: 'A user.', default: '' }),
    name: text({ description: 'A name.', default: 'a', format: 'dnsLabel' }),
    free: text({ description: 'A text.', default: '' }),
    list: textList({ description: 'Texts.', default: ['a'] }),
    networks: textList({ description: 'Networks.', default: [], format: 'cidr' }),
    hosts: textListMap({ description: 'Hosts.', default: {}, names: 'ipAddress', format: 'dnsLabel' }),
    servers: textListMap({ description: 'Servers.', default: {}, names: 'cidr', format: 'ipAddress' }),
    map: labels({ description: 'Labels.', default: { a: 'b' } }),
    any: manifest('k8s.Affinity', { description: 'Anything.', default: { a: { b: 'c' } } }),
    teams: alertLabels({ description: 'Labels.', default: {} }),
    env: manifestMap('Variable', {
      description: 'Variables.',
      default: {},
      names: 'word',
      fields: { value: ANY_TEXT, from: ANY_MAP },
      exclusive: { of: ['value', 'from'], isNeeded: true },
    }),
    jobs: manifestMap('Job', {
      description: 'Jobs.',
      default: {},
      names: 'word',
      variants: [VARIANTS],
      taken: ['own', 'web'],
    }),
    inner: section('Inner.', {
      files: jsonFiles({
        description: 'Files.',
        default: {},
        taken: ['own.json', 'b.json'],
        texts: { uid: ['mine', 'old'], title: [] },
      }),
      ports: manifestList('k8s.ContainerPort', {
        description: 'Ports.',
        default: [],
        unique: { fields: ['name'], taken: ['web', 'own'] },
      }),
      spread: manifestList('k8s.TopologySpreadConstraint', {
        description: 'Spread.',
        default: [],
        unique: { fields: ['a', 'b'], taken: [] },
      }),
      mounts: manifestList('k8s.VolumeMount', {
        description: 'Mounts.',
        default: [],
        unique: { fields: ['path'], taken: [] },
      }),
      relabelings: manifestList('Relabeling', {
        description: 'Relabelings.',
        default: [],
        fields: {
          action: ANY_TEXT,
          regex: { ...ANY_TEXT, re2: true },
          other: { ...ANY_TEXT, re2: true },
          x: ANY_TEXT,
          y: ANY_TEXT,
          z: ANY_TEXT,
        },
        variants: [VARIANTS],
      }),
      regexes: manifestList('Regex', {
        description: 'Regexes.',
        default: [],
        fields: { regex: { ...ANY_TEXT, re2: true }, plain: ANY_TEXT },
      }),
    }),
  }),
  (values) => [
    {
      path: 'name',
      broken: equals(values.name, values.free),
      expected: interpolate`another than ${values.free}`,
      got: values.name,
    },
  ],
);

/** Refuses what a chart of some values refuses: what it says, or nothing where it renders. */
function refuserOf(values: Section): (given: Json) => readonly string[] {
  const render = chartRenderer(
    renderHelmChart({
      metadata: LEAST,
      values,
      build: (chart) => {
        new Manifest(chart, 'Map', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'own' } });
      },
    }),
  );
  return (given) => {
    try {
      render({ release: 'a', namespace: 'b', values: given });
      return [];
    } catch (error) {
      return [(error as Error).message];
    }
  };
}

const saidBy = refuserOf(VALUES);

const inner = (key: string, given: Json): Json => ({ inner: { [key]: given } });
const files = (name: string, json: string): Json => inner('files', { [name]: json });
const relabeling = (given: Json): Json => inner('relabelings', [{ regex: '', x: '' }, given]);
const regex = (given: string): Json => inner('regexes', [{ plain: '(' }, {}, { regex: given }]);

const DOCUMENT = '{"uid":"a","title":"b"}';

/** Values that the schema allows; what is wrong with the others only the checks and the templates know. */
const GIVEN: readonly Json[] = [
  ...[
    { value: '' },
    { from: { a: 1 } },
    {},
    { value: 'a', from: {} },
    { value: 'a', from: null },
    { value: null },
    null,
  ].map((variable) => ({ env: { A: { value: 'a' }, B: variable } })),
  {},
  {
    flag: false,
    count: 0,
    ratio: 1,
    surge: '1%',
    user: 5,
    name: 'b',
    free: 'c',
    list: [],
    map: {},
    any: {},
    teams: {},
  },
  { name: 'x', free: 'x' },
  { map: { a: null, c: 'd' }, any: { a: { b: null }, e: null } },
  ...['flag', 'count', 'ratio', 'surge', 'user', 'name', 'free', 'list', 'map', 'any', 'teams'].map((key) => ({
    [key]: null,
  })),
  { inner: null },
  ...['files', 'ports', 'relabelings', 'regexes'].map((key) => inner(key, null)),
  files('a.json', DOCUMENT),
  files('own.json', DOCUMENT),
  files('b.json', DOCUMENT),
  ...['', '{', '[]', '1', 'null', '{}', '{"title":"b"}', '{"uid":"a"}', '{"title":1,"uid":"a"}'].map((text) =>
    files('a.json', text),
  ),
  ...['""', '1', '[]', 'null', '"mine"', '"old"', '"oldest"', '{"a":1}'].map((uid) =>
    files('a.json', `{"title":"b","uid":${uid}}`),
  ),
  ...['10.0.0.0/8', '10.0.0.1/8', '2001:db8::/32', '2001:db8::1/32', '::/0', '::1/0', '1::f/128', '10.0.0.0/33'].map(
    (network) => ({ networks: ['0.0.0.0/0', network] }),
  ),
  ...['10.0.0.1', '10.0.0.256', '::1', ':::1'].map((host) => ({ hosts: { '10.0.0.9': ['a'], [host]: ['b'] } })),
  { hosts: { '10.0.0.256': null } },
  ...['10.0.0.0/8', '10.0.0.1/8', '10.0.0.0/33'].map((network) => ({ servers: { [network]: ['192.0.2.1'] } })),
  ...[['192.0.2.1', '::1'], []].map((servers) => ({ servers: { '::/0': servers } })),
  ...[{ action: 'drop' }, { action: 'drop', x: '' }, {}, { regex: 'a', x: 'a' }, null].map((job) => ({
    jobs: { a: job },
  })),
  ...['own', 'owner', 'web'].map((name) => ({ jobs: { a: { action: 'drop' }, [name]: { action: 'drop' } } })),
  inner('spread', [{ a: 'x', b: 'y' }, { a: 'x', b: 'z' }, { a: 'x' }, { a: 'x' }]),
  inner('spread', [
    { a: 'x', b: 'y' },
    { b: 'y', a: 'x' },
  ]),
  inner('files', { 'b.json': DOCUMENT, 'a.json': DOCUMENT }),
  inner('files', { 'c.json': DOCUMENT, 'a.json': '{"uid":"c","title":"b"}' }),
  inner('files', { 'c.json': DOCUMENT, 'a.json': '{"uid":"c","title":"d"}' }),
  inner('ports', [{ name: 'a' }, { port: 1 }, { port: 1 }, { name: 'b' }]),
  inner('ports', [{ name: 'a' }, { name: 'b' }, { name: 'a' }]),
  inner('ports', [{ name: 'own' }]),
  inner('ports', [{ name: 'a' }, { name: 'web' }]),
  inner('mounts', [{ path: 'web' }, { path: '/a' }, { path: '/a' }]),
  inner('mounts', [{ path: 'web' }, { path: 'own' }]),
  ...['', 'a|b', '(?i)a', '(', 'a)|(b', '(?=a)', '\\Qa', 'null', '~', '(null)', 'x**', '(?<a>b)', '[(?<]', '\\(?<'].map(
    regex,
  ),
  ...[
    {},
    { action: '', regex: 'a' },
    { action: 'KEEP', x: 'a' },
    { regex: '(', x: '' },
    { other: '(', regex: '', x: '' },
    { action: 'other', x: 'a' },
  ].map(relabeling),
  ...[
    { action: 'drop' },
    { action: 'Skip', y: 'aa' },
    { action: 'skip', y: 'b"' },
    { action: 'drop', x: '' },
    { action: 'drop', z: 'a', y: 'b' },
  ].map(relabeling),
];

test.each(GIVEN.map((values) => ({ values, problems: problemsOf(VALUES, values) })))(
  'of $values the templates say the first thing that the checks say: $problems',
  ({ values, problems }) => {
    expect(saidBy(values)).toEqual(problems.slice(0, 1));
  },
);

test('most of these values are wrong, each in another way', () => {
  const problems = GIVEN.flatMap((values) => problemsOf(VALUES, values).slice(0, 1));
  expect(problems.length).toBeGreaterThan(GIVEN.length / 2);
  expect(problems.length).toBeLessThan(GIVEN.length - 10);
});

/** Values of another type than the schema allows, and what the templates say of them where Helm skips the schema. */
const MISTYPED: readonly (readonly [Json, string])[] = [
  [{ env: { A: 'a' } }, 'values.env.A: expected object (a map), got string'],
  [{ flag: 'true' }, 'values.flag: expected boolean, got string'],
  [{ flag: 0 }, 'values.flag: expected boolean, got number'],
  [{ count: true }, 'values.count: expected string or number, got boolean'],
  [{ ratio: [1] }, 'values.ratio: expected string or number, got array'],
  [{ name: { a: 'b' } }, 'values.name: expected string or number, got object'],
  [{ list: 'a' }, 'values.list: expected array, got string'],
  [{ list: {} }, 'values.list: expected array, got object'],
  [{ map: [] }, 'values.map: expected object, got array'],
  [{ any: 1 }, 'values.any: expected object, got number'],
  [{ inner: 'a' }, 'values.inner: expected object (a map), got string'],
  [{ inner: [] }, 'values.inner: expected object (a map), got array'],
  [inner('ports', {}), 'values.inner.ports: expected array, got object'],
  [inner('files', { 'a.json': 1 }), 'values.inner.files.a.json: expected string (a map in JSON), got number'],
];

test.each(MISTYPED)('without the schema, of %j the templates say: %s', (given, message) => {
  expect(saidBy(given)).toEqual([message]);
});

test.each([
  ['numbers for texts and texts for numbers', { count: 'x', name: 5, surge: '5', user: '7' }],
  ['items that are no maps', { inner: { ports: ['a', 'a', 1], relabelings: ['a'], regexes: ['('] } }],
])('without the schema, %s are left to what prints them', (_, given) => {
  expect(saidBy(given)).toEqual([]);
});

describe('a chart has no template that it does not need:', () => {
  const templatesOf = (values: Section): string =>
    renderHelmChart({ metadata: LEAST, values, build: () => undefined }).get('templates/_defaults.tpl') ?? '';
  const plain = section('S.', {
    map: labels({ description: 'L.', default: {} }),
    list: textList({ description: 'T.', default: [] }),
  });
  const options = { description: 'L.', default: [] };

  test.each<[string, readonly string[], Section]>([
    ['nothing to check', [], plain],
    ['a list of maps', [], section('S.', { v: manifestList('V', { ...options, fields: { a: ANY_TEXT } }) })],
    [
      'names of which each is one',
      ['checks'],
      section('S.', { v: manifestList('V', { ...options, unique: { fields: ['a'], taken: [] } }) }),
    ],
    [
      'variants',
      ['checks', 'variant'],
      section('S.', { v: manifestList('V', { ...options, fields: {}, variants: [VARIANTS] }) }),
    ],
    [
      'a rule',
      ['checks'],
      withRules(plain, ({ map }) => [{ path: 'map', broken: nonEmpty(map), expected: 'none', got: 'some' }]),
    ],
  ])('%s', (_, names, values) => {
    const found = [...templatesOf(values).matchAll(/define "web\.cdk8s\.(checks|variant)"/g)].map(([, name]) => name);
    expect(found).toEqual(names);
    expect(templatesOf(values).includes('include "web.cdk8s.checks"')).toBe(names.length > 0);
  });
});
