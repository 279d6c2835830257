import { App, Chart } from 'cdk8s';
import * as fc from 'fast-check';
import { CODERD_1_36, Coder, CoderObservability } from '../../src';
import { CODER_VALUES } from '../support/coder-values';
import { count } from '../support/share';
import * as engine from '../../src/engine';
import {
  Manifest,
  type ManifestTree,
  deriveChart,
  helmChartOf,
  renderHelmChart,
  renderManifests,
  values,
} from '../../src/engine';
import { inhibitRules } from '../../src/observability';
import { KINDS } from '../support/declared-kinds';

const VALUES = values.section('Values.', {});
const PLACEMENT = { releaseName: 'a', namespace: 'a' };
const CHART = { metadata: { name: 'a', version: '1.0.0', description: 'A' }, values: VALUES, build: () => undefined };
const APP = { metadata: CHART.metadata, props: {}, values: {} };

/** A map that holds itself. */
const endless: Record<string, unknown> = {};
endless['itself'] = [endless];

/** What makes objects in a scope, and something right for what it asks beside scope, id and builder. */
const SCOPED = {
  when: true,
  forEach: { items: ['a'], type: 'string' },
  forEachEntry: { map: { a: 'b' }, type: 'string' },
  helmHook: { on: ['test'], weight: 1, deletePolicies: ['hook-failed'] },
};

/** What a program without types may give for anything. */
const wrong = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    Symbol('s'),
    () => 1,
    new Date(0),
    new Map(),
    1n,
    Number.NaN,
    [null],
    {},
    endless,
  ),
  fc.anything(),
);

type Call = (given: never) => unknown;

function inChart(build: (chart: Chart) => unknown): unknown {
  return renderManifests((chart) => {
    build(chart);
  }, PLACEMENT);
}

function coderWith(props: object): Coder {
  return new Coder(new Chart(new App(), 'chart'), 'coder', props);
}

const CALLS: readonly (readonly [string, Call])[] = [
  ['new Coder: scope', (scope) => new Coder(scope, 'coder')],
  ['new Coder: id', (id) => new Coder(new Chart(new App(), 'chart'), id)],
  ['new Coder: props', (props) => coderWith(props)],
  ...['releaseName', 'namespace', 'version', 'observability', ...Object.keys(CODER_VALUES.children)].map(
    (key): [string, Call] => [`new Coder: props.${key}`, (given) => coderWith({ [key]: given })],
  ),
  ...Object.keys(CODERD_1_36).map((key): [string, Call] => [
    `new Coder: props.version.${key}`,
    (given) => coderWith({ version: { ...CODERD_1_36, [key]: given } }),
  ]),
  ['new CoderObservability: scope', (scope) => new CoderObservability(scope, 'coder')],
  ['new CoderObservability: id', (id) => new CoderObservability(new Chart(new App(), 'chart'), id)],
  ['new CoderObservability: props', (props) => new CoderObservability(new Chart(new App(), 'chart'), 'coder', props)],
  ...Object.entries(SCOPED).flatMap(([name, asked]) =>
    ['scope', 'id', 'what it asks', 'build'].map((argument, place): [string, Call] => [
      `${name}: ${argument}`,
      (given) =>
        inChart((chart) => {
          const right: readonly unknown[] = [chart, 'a', asked, () => undefined];
          return Reflect.apply(Reflect.get(engine, name) as Call, undefined, right.with(place, given)) as unknown;
        }),
    ]),
  ),
  ...Object.keys(SCOPED.helmHook).map((key): [string, Call] => [
    `helmHook: ${key}`,
    (given) =>
      inChart((chart) => {
        engine.helmHook(chart, 'a', { ...SCOPED.helmHook, [key]: given } as engine.HelmHook, () => undefined);
      }),
  ]),
  ['new Manifest: tree', (tree) => inChart((chart) => new Manifest(chart, 'a', tree))],
  ...['apiVersion', 'kind', 'metadata'].map((key): [string, Call] => [
    `new Manifest: tree.${key}`,
    (given) =>
      inChart((chart) => {
        const tree: ManifestTree = { apiVersion: 'v1', kind: 'A', metadata: { name: 'a' }, [key]: given };
        return new Manifest(chart, 'a', tree);
      }),
  ]),
  ['renderHelmChart: props', (props) => renderHelmChart(props)],
  ...['metadata', 'values', 'build', 'notes', 'files', 'hasCrdsFolder'].map((key): [string, Call] => [
    `renderHelmChart: props.${key}`,
    (given) => renderHelmChart({ ...CHART, [key]: given }),
  ]),
  ['helmChartOf: chart', (given) => helmChartOf(given, APP)],
  ['helmChartOf: props', (given) => helmChartOf(Chart, given)],
  ...['metadata', 'props', 'values', 'hasCrdsFolder'].map((key): [string, Call] => [
    `helmChartOf: props.${key}`,
    (given) => helmChartOf(Chart, { ...APP, [key]: given }),
  ]),
  ['deriveChart: base', (base) => deriveChart(base, CHART)],
  ['deriveChart: base.values', (declared) => deriveChart({ ...CHART, values: declared }, { metadata: CHART.metadata })],
  ...['metadata', 'fixed', 'open', 'values', 'add', 'files', 'hasCrdsFolder'].map((key): [string, Call] => [
    `deriveChart: props.${key}`,
    (given) => renderHelmChart(deriveChart(CHART, { metadata: CHART.metadata, [key]: given })),
  ]),
  ['renderManifests: model.build', (build) => renderManifests({ ...CHART, build }, PLACEMENT)],
  ['renderManifests: model.values', (declared) => renderManifests({ ...CHART, values: declared }, PLACEMENT)],
  ['renderManifests: values', (given) => renderManifests(CHART, PLACEMENT, given)],
  ['renderManifests: build', (build) => renderManifests(build, PLACEMENT)],
  ['renderManifests: placement', (placement) => renderManifests(() => undefined, placement)],
  ['withRules: section', (section) => values.withRules(section, () => [])],
  ['withRules: rules', (rules) => values.withRules(CODER_VALUES, rules)],
  ['values.concreteHandles: section', (section) => values.concreteHandles(section, {})],
  ['values.concreteHandles: input', (input) => values.concreteHandles(CODER_VALUES, input)],
  [
    'values.checkValues: section',
    (section) => {
      values.checkValues(section, {});
    },
  ],
];

/** One call for each function of a kit, with something wrong in each of its places in turn. */
function callsOf(kit: object, rightArguments: Readonly<Record<string, readonly unknown[]>>): typeof CALLS {
  return Object.entries(rightArguments).flatMap(([name, right]) =>
    right.map((_, place): [string, Call] => [
      `${name}: argument ${String(place + 1)}`,
      (given) => Reflect.apply(Reflect.get(kit, name) as Call, undefined, right.with(place, given)) as unknown,
    ]),
  );
}

/** Something right for each argument of each operation of the algebra. */
const OPERATIONS: Readonly<Record<string, readonly unknown[]>> = {
  add: [1, 2],
  and: [true, true],
  atMost: ['1Ki', '1', { '': '1', Ki: '1024' }],
  base64: ['a'],
  builtin: ['namespace'],
  concat: [['a'], ['b']],
  contains: ['ab', 'a'],
  divide: [4, 2],
  each: [['a'], 'string', () => 'b'],
  eachEntry: [{ a: 'b' }, 'string', () => 'b'],
  endsWith: ['ab', 'b'],
  equals: ['a', 'b'],
  evaluate: [{ a: 1 }, { values: {}, builtins: PLACEMENT }],
  fileText: ['a.txt', 'a', { a: engine.literal('b') }],
  firstMissing: [['a'], ['b']],
  firstNonEmpty: ['', 'a'],
  firstShared: [['a'], ['b']],
  hasItem: [[{ name: 'a' }], 'name', 'a'],
  hasKey: [{ a: 'b' }, 'a'],
  ifElse: [true, 'a', 'b'],
  ifSet: ['a'],
  interpolate: [['a', 'b'], 1],
  isSet: ['a'],
  join: [['a', 'b'], ','],
  lessOrEqual: [1, 2],
  lessThan: [1, 2],
  literal: [{ a: 1 }],
  lower: ['A'],
  max: [1, 2],
  merge: [{ a: 'b' }, { c: 'd' }],
  mergeByName: [[{ name: 'a' }], [{ name: 'b' }]],
  min: [1, 2],
  modulo: [5, 2],
  multiply: [1, 2],
  namedItems: [{ a: { value: 'b' } }],
  namedTemplate: ['a', engine.literal('b')],
  nonEmpty: [['a']],
  not: [true],
  optional: [true, 'a', 'b'],
  or: [true, false],
  quantityIn: ['1Gi', 'Mi'],
  replace: ['ab', 'a', 'b'],
  replaceEnding: ['1Gi', { Gi: ' * 1024' }],
  sha256: ['a'],
  shortenName: ['a', 20],
  split: ['a,b', ','],
  startsWith: ['ab', 'a'],
  subtract: [2, 1],
  textAt: [{ a: 'b' }, 'a', ''],
  textsAt: [[{ a: 'b' }], ['a']],
  toExpr: ['a'],
  toIni: [{ a: 'b' }],
  toJson: [{ a: 1 }],
  toYaml: [{ a: 1 }],
  trim: [' a '],
  truncate: ['abc', 2],
  unlessEmpty: [['a']],
  upper: ['a'],
};

/** The options of a declaration, with something wrong in each of them in turn. */
const OPTIONS: typeof CALLS = Object.entries(KINDS)
  .filter(([name]) => name !== 'section')
  .flatMap(([name, right]) =>
    Object.keys(right.at(-1) as object).map((key): [string, Call] => [
      `${name}: options.${key}`,
      (given) => {
        const options = { ...(right.at(-1) as object), [key]: given };
        return Reflect.apply(Reflect.get(values, name) as Call, undefined, [...right.slice(0, -1), options]) as unknown;
      },
    ]),
  );

const ADDED = ['alerts', 'recordings', 'recordingScenarios', 'dashboards', 'panels', 'groups'];

const MIXIN: typeof CALLS = [
  ['mixin.with: additions', (additions) => CODERD_1_36.mixin.with(additions)],
  ...ADDED.flatMap((key): [string, Call][] => [
    [`mixin.with: ${key}`, (given) => CODERD_1_36.mixin.with({ [key]: given })],
    [`mixin.with: ${key}[0]`, (given) => CODERD_1_36.mixin.with({ [key]: [given] })],
  ]),
  ['mixin.without: name', (name) => CODERD_1_36.mixin.without(name)],
  ['inhibitRules: source', (source) => inhibitRules(source, { rules: { groups: [] } })],
  ['inhibitRules: options', (options) => inhibitRules(CODERD_1_36.mixin, options)],
  ['inhibitRules: options.rules', (rules) => inhibitRules(CODERD_1_36.mixin, { rules })],
  ['ruleFile: options', (options) => coderWith({}).ruleFile(options)],
  ['ruleFile: clusterLabel', (clusterLabel) => coderWith({}).ruleFile({ clusterLabel })],
];

test('every function of the algebra, and every declaration of a value, is called with something wrong', () => {
  const functions = (kit: object): readonly string[] =>
    Object.entries(kit).flatMap(([name, value]) => (typeof value === 'function' && /^[a-z]/.test(name) ? [name] : []));
  const others =
    /^(as[A-Z]|is[A-Z]\w+r$|render|derive|helmChartOf|write|read|when|forEach|helmHook|checkValues|withRules|concreteHandles|referenceRows)/;
  const isCalled = (name: string): boolean => name in OPERATIONS || name in KINDS || others.test(name);
  expect([...functions(engine), ...functions(values)].filter((name) => !isCalled(name))).toEqual([]);
});

/** What a call says of something wrong; empty where it is accepted. */
function saidBy(call: Call, given: unknown): string {
  try {
    call(given as never);
    return '';
  } catch (error) {
    return error instanceof values.ValuesError ? 'values: expected' : String(error);
  }
}

describe('what only a program without types can give', () => {
  test.each([...CALLS, ...callsOf(engine, OPERATIONS), ...callsOf(values, KINDS), ...OPTIONS, ...MIXIN])(
    '%s is taken, or refused in one line that says where, what is expected and what was given',
    (_, call) => {
      fc.assert(
        fc.property(wrong, (given) => {
          const said = saidBy(call, given);
          expect(said).not.toMatch(/TypeError|RangeError|\n/);
          if (said !== '') expect(said).toMatch(/expected|No chart found|must be|cannot be/);
        }),
        { numRuns: count({ few: 5, many: 15 }) },
      );
    },
  );

  test.each<[string, object]>([
    ['version.version: expected a string, as in CODERD_1_36, got undefined', { version: {} }],
    [
      'version.ports.http: expected a map, as in CODERD_1_36, got 1',
      { version: { ...CODERD_1_36, ports: { http: 1 } } },
    ],
    ['releaseName: expected a DNS label (a-z, 0-9, -) of at most 53 characters, got 1', { releaseName: 1n }],
    ['observability: expected a map, as in CODERD_1_36, got a list', { observability: [] }],
  ])('is refused with the words %s', (words, props) => {
    expect(() => coderWith(props)).toThrow(words);
  });
});
