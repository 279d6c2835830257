import { App, Chart } from 'cdk8s';
import * as fc from 'fast-check';
import { CODERD_1_36, CODER_VALUES, Coder, CoderObservability } from '../../src';
import { Manifest, type ManifestTree, renderHelmChart, renderManifests, values, when } from '../../src/engine';

const VALUES = values.section('Values.', {});
const PLACEMENT = { releaseName: 'a', namespace: 'a' };
const CHART = { metadata: { name: 'a', version: '1.0.0', description: 'A' }, values: VALUES, build: () => undefined };

/** What a program without types may give for anything. */
const wrong = fc.oneof(
  fc.constantFrom<unknown>(undefined, null, Symbol('s'), () => 1, new Date(0), new Map(), 1n, Number.NaN, [null], {}),
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
  [
    'when: scope',
    (scope) => {
      when(scope, 'a', true, () => undefined);
    },
  ],
  [
    'when: id',
    (id) =>
      inChart((chart) => {
        when(chart, id, true, () => undefined);
      }),
  ],
  [
    'when: condition',
    (condition) =>
      inChart((chart) => {
        when(chart, 'a', condition, () => undefined);
      }),
  ],
  [
    'when: build',
    (build) =>
      inChart((chart) => {
        when(chart, 'a', true, build);
      }),
  ],
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
  ...['metadata', 'values', 'build', 'notes', 'files'].map((key): [string, Call] => [
    `renderHelmChart: props.${key}`,
    (given) => renderHelmChart({ ...CHART, [key]: given }),
  ]),
  ['renderManifests: build', (build) => renderManifests(build, PLACEMENT)],
  ['renderManifests: placement', (placement) => renderManifests(() => undefined, placement)],
  ['values.concreteHandles: section', (section) => values.concreteHandles(section, {})],
  ['values.concreteHandles: input', (input) => values.concreteHandles(CODER_VALUES, input)],
  [
    'values.checkValues: section',
    (section) => {
      values.checkValues(section, {});
    },
  ],
];

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
  test.each(CALLS)(
    '%s is taken, or refused in one line that says where, what is expected and what was given',
    (_, call) => {
      fc.assert(
        fc.property(wrong, (given) => {
          const said = saidBy(call, given);
          expect(said).not.toMatch(/TypeError|\n/);
          if (said !== '') expect(said).toMatch(/expected|No chart found|must be|cannot be/);
        }),
        { numRuns: 15 },
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
