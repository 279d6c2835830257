import { JsonPatch, type Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { type CapturedObject, Manifest, asList, asMap, asText, capture, when } from '../../../src/engine/border';
import {
  HELM_PLACEMENT,
  type Json,
  type Tree,
  evaluate,
  interpolate,
  literalOf,
  merge,
  optional,
  ref,
  unlessEmpty,
} from '../../../src/engine/expr';

type Texts = Readonly<Record<string, string>>;

const on = ref<boolean>(['on'], 'boolean');
const off = ref<boolean>(['off'], 'boolean');
const labels = ref<Texts>(['labels'], 'map');
const topics = ref<readonly string[]>(['topics'], 'list');

function captured(build: (chart: Chart) => void): readonly CapturedObject[] {
  return capture(build, HELM_PLACEMENT);
}

function thing(scope: Construct, id: string, fields: Readonly<Record<string, Tree>> = {}): Manifest {
  return new Manifest(scope, id, { apiVersion: 'v1', kind: 'Thing', metadata: { name: 'thing' }, ...fields });
}

function meaning({ tree }: CapturedObject, values: Json = {}): Json | undefined {
  return evaluate(tree, { values, builtins: { releaseName: 'r', namespace: 'n' } });
}

describe('a manifest', () => {
  test('keeps its fields in the order in which they were declared, what a patch adds after them', () => {
    const [object] = captured((chart) => {
      const spec = { z: 1, a: [{ y: 1, b: on }, 'x'], none: undefined };
      const manifest = thing(chart, 'A', { spec, data: {} });
      manifest.addJsonPatch(JsonPatch.add('/spec/m', { q: 1, c: 2 }), JsonPatch.add('/spec/a/0/a', 1));
    });
    expect(JSON.stringify(object && meaning(object, { on: true }))).toBe(
      '{"apiVersion":"v1","kind":"Thing","metadata":{"name":"thing","namespace":"n"},' +
        '"spec":{"z":1,"a":[{"y":1,"b":true,"a":1},"x"],"m":{"q":1,"c":2}},"data":{}}',
    );
  });

  test('has no labels where the map that only Helm knows is empty', () => {
    const [object] = captured((chart) => {
      new Manifest(chart, 'A', {
        apiVersion: 'v1',
        kind: 'Thing',
        metadata: { name: 'thing', labels, annotations: { a: 'b' } },
      });
    });
    const metadata = (map: Texts): unknown =>
      object && (meaning(object, { labels: map }) as { readonly metadata: Json }).metadata;
    expect(metadata({})).toEqual({ name: 'thing', namespace: 'n', annotations: { a: 'b' } });
    expect(metadata({ x: 'y' })).toEqual({
      name: 'thing',
      namespace: 'n',
      labels: { x: 'y' },
      annotations: { a: 'b' },
    });
  });

  test('of any name only Helm knows has the maps that it declares, empty or not, outside of its metadata', () => {
    const [object] = captured((chart) => {
      const metadata = { name: interpolate`${HELM_PLACEMENT.releaseName}-a`, annotations: { a: 'b' } };
      new Manifest(chart, 'A', { apiVersion: 'v1', kind: 'Thing', metadata, spec: { labels, none: null } });
    });
    expect(object && meaning(object, { labels: {} })).toMatchObject({
      metadata: { name: 'r-a', namespace: 'n', annotations: { a: 'b' } },
      spec: { labels: {} },
    });
  });

  test('lacks a field that a patch takes away', () => {
    const [object] = captured((chart) => {
      thing(chart, 'A', { spec: { a: 1, b: 2 } }).addJsonPatch(JsonPatch.remove('/spec/a'));
    });
    expect(Object.entries((object?.tree['spec'] ?? {}) as object)).toEqual([['b', 2]]);
  });

  test('whose labels depend on a condition takes one more in either case', () => {
    const [object] = captured((chart) => {
      const metadata = { name: 'thing', labels: optional(on, merge({ on: 'yes' }, labels), unlessEmpty(labels)) };
      new Manifest(chart, 'A', { apiVersion: 'v1', kind: 'Thing', metadata }).metadata.addLabel('own', 'x');
    });
    const found = (isOn: boolean): unknown => object && meaning(object, { on: isOn, labels: { a: 'b', own: 'user' } });
    expect(found(true)).toMatchObject({ metadata: { labels: { on: 'yes', a: 'b', own: 'x' } } });
    expect(found(false)).toMatchObject({ metadata: { labels: { a: 'b', own: 'x' } } });
    expect(JSON.stringify(found(false))).not.toContain('yes');
  });

  test('is found by the ids of its constructs', () => {
    const objects = captured((chart) => void thing(new Construct(chart, 'Outer'), 'Inner'));
    expect(objects.map(({ path, kind }) => [path, kind])).toEqual([[['Outer', 'Inner'], 'Thing']]);
  });
});

describe('objects under conditions', () => {
  const conditions = (build: (chart: Chart) => void): readonly unknown[] =>
    captured(build).map(
      ({ condition }) => literalOf(condition) === true || (condition.node.op === 'and' ? 'both' : condition === on),
    );

  test('exist when all conditions above them hold', () => {
    const [object] = captured((chart) => {
      when(chart, 'outer', on, (outer) => {
        when(outer, 'inner', off, (inner) => void thing(inner, 'A'));
      });
    });
    const exists = (values: Json): unknown =>
      object && evaluate(object.condition, { values, builtins: { releaseName: '', namespace: '' } });
    expect([
      exists({ on: true, off: true }),
      exists({ on: true, off: false }),
      exists({ on: false, off: true }),
    ]).toEqual([true, false, false]);
  });

  test('are not built where a condition is known not to hold, and always there where it is known to', () => {
    expect(
      conditions((chart) => {
        when(chart, 'no', false, () => fail('built'));
      }),
    ).toEqual([]);
    expect(
      conditions((chart) => {
        when(chart, 'yes', true, (scope) => void thing(scope, 'A'));
      }),
    ).toEqual([true]);
    expect(conditions((chart) => void thing(chart, 'A'))).toEqual([true]);
  });
});

function fail(message: string): never {
  throw new Error(message);
}

describe('what a construct does wrong with a value is named:', () => {
  test.each<[string, () => Tree, string]>([
    [
      'a list in a text',
      () => `a ${String(asList(topics)[0])}`,
      'values.topics is a list and cannot be part of a text',
    ],
    [
      'a map in a text',
      () => `a ${Object.keys(asMap(labels))[0] ?? ''}`,
      'values.labels is a map and cannot be part of a text',
    ],
    [
      'a text as a key',
      () => ({ [asText(ref<string>(['word'], 'string'))]: 1 }),
      'values.word is a string and cannot be a key of a manifest',
    ],
    [
      'a part of a key',
      () => ({ [`x-${asText(HELM_PLACEMENT.releaseName)}`]: 1 }),
      'a symbolic text cannot be part of a key of a manifest',
    ],
    [
      'one item of a list',
      () => ({ first: asList(topics)[0] ?? '' }),
      'values.topics is a list, and a construct used its items one by one: pass the list on, or use each',
    ],
    [
      'a name that it drops',
      () => asText(HELM_PLACEMENT.releaseName).slice(0, 0),
      'a construct did not pass on releaseName',
    ],
    [
      'an operation that it drops',
      () => asText(interpolate`${on}!`).slice(0, 0),
      'a construct did not pass on a value (interpolate)',
    ],
  ])('%s', (_, spoil, message) => {
    expect(() => captured((chart) => void thing(chart, 'A', { spec: spoil() }))).toThrow(message);
  });

  test('a problem that a construct finds itself', () => {
    const invalid = (chart: Chart): void => {
      const construct = new Construct(chart, 'Bad');
      construct.node.addValidation({ validate: () => ['too few', 'too many'] });
    };
    expect(() => captured(invalid)).toThrow('chart/Bad: too few\nchart/Bad: too many');
  });
});

describe('what a program without types gives is refused by name:', () => {
  const build = (): void => undefined;
  const endless: Record<string, unknown> = {};
  endless['itself'] = [endless];
  const inChart = (make: (chart: Chart) => unknown) => () => captured((chart) => void make(chart));
  const manifestOf = (tree: unknown) => inChart((chart) => new Manifest(chart, 'A', tree as never));
  const whenOf = (...[id, condition, then]: readonly unknown[]) =>
    inChart((chart) => {
      when(chart, id as never, condition as never, then as never);
    });

  test.each<[string, () => unknown]>([
    ['build: expected a function, got undefined', () => capture(undefined as never, HELM_PLACEMENT)],
    ['placement: expected a map, got null', () => capture(build, null as never)],
    ['placement.namespace: expected a text, got 1', () => capture(build, { releaseName: on, namespace: 1 } as never)],
    ['placement.releaseName: expected a text, got undefined', () => capture(build, {} as never)],
    [
      'when: scope: expected a construct, got a map',
      () => {
        when({} as never, 'a', true, build);
      },
    ],
    ['when: id: expected a text, got 1', whenOf(1, true, build)],
    ['when: id: expected a text, got ""', whenOf('', true, build)],
    ['when a: condition: expected true, false or a value of a chart, got "yes"', whenOf('a', 'yes', build)],
    ['when a: build: expected a function, got a map', whenOf('a', true, {})],
    ['Manifest A: tree: expected a map, got undefined', manifestOf(undefined)],
    ['Manifest A: tree.apiVersion: expected a text, got undefined', manifestOf({ kind: 'Thing', metadata: {} })],
    [
      'Manifest A: tree.spec.itself[0]: expected plain data, got a map that holds itself',
      manifestOf({ apiVersion: 'v1', kind: 'Thing', metadata: {}, spec: endless }),
    ],
    ['Manifest A: tree.kind: expected a text, got 1', manifestOf({ apiVersion: 'v1', kind: 1, metadata: {} })],
    [
      'Manifest A: tree.metadata: expected a map, got a list',
      manifestOf({ apiVersion: 'v1', kind: 'T', metadata: [] }),
    ],
  ])('%s', (message, misuse) => {
    expect(misuse).toThrow(message);
  });
});
