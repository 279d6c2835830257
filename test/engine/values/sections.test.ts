import { type Expr, type Json, each, evaluate, literal, ref } from '../../../src/engine/expr';
import {
  type Given,
  type Leaf,
  bool,
  choice,
  concreteHandles,
  fillDefaults,
  int,
  labels,
  optionalInt,
  referenceRows,
  samplesOf,
  section,
  sectionList,
  sectionMap,
  symbolicHandles,
  text,
  textList,
  typescriptInterfaces,
  valuesSchema,
  withRules,
} from '../../../src/engine/values';
import { LEAST, chart } from '../helm/charts';
import { ABOUT, type Kind, describeKinds } from './kind';
import { problemsOf } from './witness';

const description = ABOUT;

const PORT = section('A port.', {
  number: int({ description: 'Its number.', default: 80, min: 1 }),
  name: text({ description: 'Its name.', default: 'http', format: 'portName' }),
});
const HOST = section('A host.', {
  name: text({ description: 'Its name.', default: 'a', format: 'dnsLabel' }),
  mode: choice(['a', 'b'], { description: 'Its mode.', default: 'b' }),
  tls: section('Its certificate.', {
    enabled: bool({ description: 'Has one.', default: true }),
    labels: labels({ description: 'Labels of it.', default: { kept: 'a' } }),
  }),
  ports: sectionList(PORT, { description: 'Its ports.', default: [{}], uniqueBy: ['name'], max: 2 }),
});

const NAME = 'a DNS label (a-z, 0-9, -) of at most 63 characters';

const KINDS: Readonly<Record<string, Kind>> = {
  'list of sections': {
    leaf: sectionList(HOST, { description, default: [] }),
    type: 'list',
    tsType: '',
    accepted: [[], [{}, {}], [{ name: null, mode: null, tls: null, ports: null }], [{ tls: { enabled: null } }]],
    refused: [
      [{}, ': expected array (a list), got object'],
      [[null], '[0]: expected object (a map), got null'],
      [['a'], '[0]: expected object (a map), got string "a"'],
      [
        [{}, { nam: 'a' }],
        '[1].nam: expected one of the keys name, mode, tls, ports, got an unknown key; did you mean name?',
      ],
      [[{ name: 'A' }], `[0].name: expected ${NAME}, got "A"`],
      [[{ mode: 'c' }], '[0].mode: expected one of "a", "b", got "c"'],
      [[{ tls: { enabled: 'yes' } }], '[0].tls.enabled: expected boolean (true or false), got string "yes"'],
      [[{ tls: [] }], '[0].tls: expected object (a map), got array'],
      [[{ ports: [{ number: 0 }] }], '[0].ports[0].number: expected an integer >= 1, got 0'],
    ],
    refusedBeyondSchema: [
      [[{ ports: [{}, {}] }], '[0].ports[1].name: expected a name that no other item has, got "http"'],
      [[{ ports: [{}, { name: 'b' }, { name: 'c' }] }], '[0].ports: expected at most 2 items, got 3'],
    ],
  },
  'map of sections': {
    leaf: sectionMap(HOST, { description, default: { a: {} }, names: 'dnsLabel', min: 1, max: 2 }),
    type: 'map',
    tsType: '',
    accepted: [{}, { a: null, b: {} }, { b: { name: null } }],
    refused: [
      [[], ': expected object (a map of maps), got array'],
      [{ b: [] }, '.b: expected object (a map), got array'],
      [{ B: {} }, `: expected ${NAME}, got the key "B"`],
      [{ b: {}, B: null }, `: expected ${NAME}, got the key "B"`],
      [{ a: { tls: { on: 1 } } }, '.a.tls.on: expected one of the keys enabled, labels, got an unknown key'],
    ],
    refusedBeyondSchema: [
      [{ a: null }, ': expected at least 1 and at most 2 entries, got 0'],
      [{ b: {}, c: {} }, ': expected at least 1 and at most 2 entries, got 3'],
    ],
  },
};

describeKinds(KINDS);

const VALUES = section('Values.', {
  hosts: sectionList(HOST, { description: 'Hosts.', default: [{ name: 'web' }] }),
  zones: sectionMap(HOST, { description: 'Zones.', default: { a: { mode: 'a' } }, names: 'dnsLabel' }),
});
const FILLED = {
  name: 'a',
  mode: 'b',
  tls: { enabled: true, labels: { kept: 'a' } },
  ports: [{ number: 80, name: 'http' }],
};

test('what an item lacks, or is null in it, is the default of the item; what it has replaces that', () => {
  const given = {
    hosts: [{}, { name: null, tls: { enabled: false, labels: { own: 'b', none: null } }, ports: [] }],
    zones: { a: { name: 'z', mode: null }, b: { tls: null } },
  };
  expect(fillDefaults(VALUES, given)).toEqual({
    hosts: [FILLED, { ...FILLED, tls: { enabled: false, labels: { own: 'b' } }, ports: [] }],
    zones: { a: { ...FILLED, name: 'z' }, b: FILLED },
  });
  expect(fillDefaults(VALUES, { zones: { a: null }, hosts: null })).toEqual({ hosts: [], zones: {} });
  expect(fillDefaults(VALUES, {})).toEqual({
    hosts: [{ ...FILLED, name: 'web' }],
    zones: { a: { ...FILLED, mode: 'a' } },
  });
});

test('the handles of an item are typed, known or not, and so are those of a list in it', () => {
  for (const handles of [symbolicHandles(VALUES), concreteHandles(VALUES, { hosts: [{ ports: [{ number: 1 }] }] })]) {
    const made = each(handles.hosts, ({ name, mode, tls, ports }) => {
      const typed: readonly [Expr<string>, Expr<'a' | 'b'>, Expr<boolean>] = [name, mode, tls.enabled];
      return { typed, ports: each(ports, (port) => port.number satisfies Expr<number>) };
    });
    const values = { hosts: [{ name: 'a', mode: 'b', tls: { enabled: true }, ports: [{ number: 1 }] }] };
    const builtins = { releaseName: '', namespace: '' };
    expect(evaluate(made, { values, builtins })).toEqual([{ typed: ['a', 'b', true], ports: [1] }]);
    // @ts-expect-error -- There is no such value.
    expect(() => each(handles.hosts, (host) => host.port as Expr<number>)).not.toThrow('only Helm knows');
  }
  const given: Given<typeof HOST> = { tls: null, ports: [{ number: null }, {}] };
  // @ts-expect-error -- It is a number.
  const wrong: Given<typeof HOST> = { ports: [{ number: '1' }] };
  expect([given, wrong]).toHaveLength(2);
});

describe('a list that only Helm knows', () => {
  const other = symbolicHandles(section('Other.', { v: sectionList(HOST, { description, default: [] }) })).v;

  test('is taken where its items are the same, and keeps their defaults', () => {
    const handles = concreteHandles(VALUES, { hosts: other });
    expect(handles.hosts === other).toBe(true);
  });

  test.each<readonly [string, Json | Expr]>([
    [
      'values.hosts: expected a list that is known, or a value of the same sections, got a value that only Helm knows',
      ref(['a'], 'list'),
    ],
    [
      'values.hosts: expected a list that is known, or a value of the same sections, got a value that only Helm knows',
      symbolicHandles(VALUES).zones,
    ],
    [
      'values.hosts: expected a list that is known, or a value of the same sections, got a value that only Helm knows',
      symbolicHandles(section('S.', { v: sectionList(PORT, { description, default: [] }) })).v,
    ],
    [
      'values.hosts[0]: expected a map that is known, or a value of the same sections, got a value that only Helm knows',
      [ref(['a'], 'map')] as never,
    ],
    [
      'values.hosts[0].tls: expected a map that is known, or a value of the same sections, got a value that only Helm knows',
      [{ tls: ref(['a'], 'map') }] as never,
    ],
  ])('is refused where nobody fills them in: %s', (message, hosts) => {
    expect(problemsOf(VALUES, { hosts })).toEqual([message]);
  });

  test('but any value may be in an item', () => {
    const handles = concreteHandles(VALUES, {
      hosts: [{ name: ref<string>(['a'], 'string'), ports: [{ number: literal(1) }] }],
    });
    const made = each(handles.hosts, ({ name, ports }) => ({ name, ports: each(ports, ({ number }) => number) }));
    const environment = { values: { a: 'x' }, builtins: { releaseName: '', namespace: '' } };
    expect(evaluate(made, environment)).toEqual([{ name: 'x', ports: [1] }]);
  });
});

test('what people read says what is in an item', () => {
  const values = section('Values.', {
    ports: sectionList(PORT, { description: 'Ports.', default: [], min: 0, max: 1 }),
    zones: sectionMap(PORT, { description: 'Zones.', default: { a: {} }, names: 'dnsLabel' }),
  });
  expect(referenceRows(values).map(({ key, allowed, default: usual }) => [key, allowed, usual])).toEqual([
    ['ports', 'a list, at most 1 item', []],
    ['ports[].number', 'an integer >= 1', 80],
    ['ports[].name', 'a port name (a-z, 0-9, -)', 'http'],
    ['zones', 'a map of maps', { a: {} }],
    ['zones.*.number', 'an integer >= 1', 80],
    ['zones.*.name', 'a port name (a-z, 0-9, -)', 'http'],
  ]);
  const types = typescriptInterfaces(values, 'ThingProps');
  expect(types).toContain('readonly ports?: Value<readonly ThingPortsProps[]> | undefined;');
  expect(types).toContain('readonly zones?: Value<Readonly<Record<string, ThingZonesProps | null>>> | undefined;');
  expect(types).toMatch(/^\/\*\* A port\. \*\/\nexport interface ThingPortsProps \{$/m);
  expect(chart(LEAST, values).get('values.yaml')).toContain(`
# -- Ports.
# An item, with its defaults:
#   # Its number.
#   number: 80
#   # Its name.
#   name: http
ports: []

# -- Zones.
# An entry, with its defaults:
`);
});

test('the schema says an item once where it has a name', () => {
  const shared = section('A port.', PORT.children, 'port');
  const { $defs = {}, properties = {} } = valuesSchema(
    section('Values.', {
      a: sectionList(shared, { description, default: [] }),
      b: sectionList(shared, { description, default: [] }),
      c: sectionMap(shared, { description, default: {}, names: 'word' }),
      d: shared,
    }),
  );
  expect(properties['a']).toMatchObject({ type: 'array', items: { $ref: '#/$defs/port-item' } });
  expect(JSON.stringify(properties['c'])).toContain('#/$defs/port-item-entry');
  expect($defs['port-item']).toMatchObject({ type: 'object', additionalProperties: false });
  expect(JSON.stringify([$defs, properties])).not.toMatch(/"(shape|size|unique)"/);
});

test('samples give each value in an item several of its own, and every number of items', () => {
  const item = section('S.', {
    id: text({ description, default: '', format: 'url' }),
    count: int({ description, default: 1 }),
    flag: bool({ description, default: false }),
    deep: section('S.', {
      limit: optionalInt({ description, default: '' }),
      texts: textList({ description, default: [] }),
    }),
  });
  for (const leaf of [
    sectionList(item, { description, default: [] }),
    sectionList(item, { description, default: [], uniqueBy: ['id'] }),
    sectionMap(item, { description, default: {}, names: 'dnsLabel', max: 2 }),
  ]) {
    const samples = samplesOf(leaf);
    const items = samples.flatMap((sample) => Object.values(sample as Record<string, Json>));
    const seen = (of: (one: Record<string, Json>) => Json | undefined): number =>
      new Set(items.map((one) => JSON.stringify(of(one as Record<string, Json>)))).size;
    expect(
      Math.min(
        seen(({ id }) => id),
        seen(({ flag }) => flag),
      ),
    ).toBe(2);
    expect(
      Math.min(
        seen(({ count }) => count),
        seen(({ deep }) => deep),
      ),
    ).toBeGreaterThan(3);
    expect(new Set(samples.map((sample) => Object.keys(sample as object).length)).size).toBeGreaterThan(2);
    for (const sample of samples) expect(problemsOf(section('S.', { leaf }), { leaf: sample })).toEqual([]);
  }
});

describe('a declaration is refused', () => {
  const ruled = withRules(PORT, () => []);
  const options = { description, default: [] };
  test.each<readonly [string, () => Leaf]>([
    ['sectionList: item: expected a section, got a map', () => sectionList({ a: 1 } as never, options)],
    [
      'sectionList: item: expected a section without rules; make rules of the whole, got a map',
      () => sectionList(ruled, options),
    ],
    [
      'sectionList: item: expected a section without rules; make rules of the whole, got a map',
      () => sectionList(section('S.', { deep: ruled }), options),
    ],
    [
      'sectionList: options.uniqueBy[0]: expected the key of a text in an item, got "number"',
      () => sectionList(PORT, { ...options, uniqueBy: ['number' as never] }),
    ],
    [
      'sectionMap: options.names: expected the name of a format, got undefined',
      () => sectionMap(PORT, { description, default: {} } as never),
    ],
    [
      'sectionList: options.default[1].name: expected a name that no other item has, got "http"',
      () => sectionList(PORT, { description, default: [{}, {}], uniqueBy: ['name'] }),
    ],
    [
      'sectionMap: options.default: expected at least 1 entry, got 0',
      () => sectionMap(PORT, { description, default: {}, names: 'word', min: 1 }),
    ],
    [
      'sectionList: options.default[0].number: expected an integer >= 1, got 0',
      () => sectionList(PORT, { description, default: [{ number: 0 }] }),
    ],
  ])('%s', (message, declare) => {
    expect(declare).toThrow(new Error(message));
  });
});
