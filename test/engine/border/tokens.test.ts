import { ApiObject, type Chart } from 'cdk8s';
import * as fc from 'fast-check';
import { type CapturedObject, asBoolean, asList, asMap, asNumber, asText, capture } from '../../../src/engine/border';
import { type Expr, HELM_PLACEMENT, type Json, evaluate, ref } from '../../../src/engine/expr';

const word = ref<string>(['word'], 'string');
const count = ref<number>(['count'], 'integer');
const labels = ref<Readonly<Record<string, string>>>(['labels'], 'map');
const more = ref<Readonly<Record<string, string>>>(['more'], 'map');
const topics = ref<readonly string[]>(['topics'], 'list');
const VALUES = { word: 'w', count: 3, labels: { a: 'user', b: 'user' }, more: { a: 'more' }, topics: ['x'] };

function captured(build: (chart: Chart) => void): readonly CapturedObject[] {
  return capture(build, HELM_PLACEMENT);
}

/** What a field of a custom resource is in the end. */
function field(data: () => unknown): Json | undefined {
  const [object] = captured((chart) => {
    new ApiObject(chart, 'Thing', { apiVersion: 'example.test/v1', kind: 'Thing', data: data() });
  });
  const environment = { values: VALUES, builtins: { releaseName: 'r', namespace: 'n' } };
  return (evaluate(object?.tree, environment) as { readonly data?: Json }).data;
}

describe('a symbolic value that a construct passes on', () => {
  test('comes out as itself, alone or inside a text', () => {
    expect(field(() => asText(word))).toBe('w');
    expect(field(() => `a-${asText(word)}-${String(asNumber(count))}`)).toBe('a-w-3');
    expect(field(() => [asNumber(count), ...asList(topics), 'y'])).toEqual([3, 'x', 'y']);
    expect(field(() => ({ on: asBoolean(ref<boolean>(['labels', 'none'], 'boolean')) }))).toEqual({});
  });

  test('overrides entries that the construct puts before it, and none that it puts after it', () => {
    expect(field(() => ({ a: 'own', ...asMap(labels) }))).toEqual({ a: 'user', b: 'user' });
    expect(field(() => ({ ...asMap(labels), a: 'own' }))).toEqual({ a: 'own', b: 'user' });
    expect(field(() => ({ a: 'first', ...asMap(labels), b: 'last' }))).toEqual({ a: 'user', b: 'last' });
  });

  test('keeps its place among two maps that are spread into one', () => {
    expect(field(() => ({ ...asMap(labels), ...asMap(more) }))).toEqual({ a: 'more', b: 'user' });
    expect(field(() => ({ ...asMap(more), ...asMap(labels) }))).toEqual({ a: 'user', b: 'user' });
  });

  test('leaves large numbers and odd digits of the construct alone', () => {
    expect(field(() => [asText(word), 8_400_000_000_000_007, 'id 8400000000000007'])).toEqual([
      'w',
      8_400_000_000_000_007,
      'id 8400000000000007',
    ]);
  });
});

describe('a symbolic value that a construct reads is an error:', () => {
  const spoilt: Readonly<Record<string, () => unknown>> = {
    'in upper case': () => asText(word).toUpperCase(),
    'in lower case': () => asText(word).toLowerCase(),
    'with another first letter': () => asText(word).replace(/[a-z]/i, (letter) => letter.toUpperCase()),
    'cut off': () => asText(word).slice(1),
    'in base 64': () => Buffer.from(asText(word)).toString('base64'),
    'counted up': () => asNumber(count) + 1,
    doubled: () => asNumber(count) * 2,
    'counted up, in a text': () => `port ${String(asNumber(count) + 1)}`,
    dropped: () => [asText(word)].slice(1),
    'part of a key': () => ({ [`a-${asText(word)}`]: 1 }),
    'items of a list mapped to maps': () => asList(topics).map((name) => ({ name: `${name}!` })),
    'items of a list used one by one': () => asList(topics).map((name) => ({ name })),
    'three maps in one': () => ({ ...asMap(labels), ...asMap(more), ...asMap(labels) }),
  };

  test.each(Object.entries(spoilt))('%s', (_, spoil) => {
    expect(() => field(spoil)).toThrow(/construct|cannot be|spread into one map/);
  });

  test('a number on which small arithmetic is done, though every other number is passed on', () => {
    const change = fc.integer({ min: -1000, max: 1000 }).filter((by) => by !== 0);
    fc.assert(
      fc.property(change, fc.constantFrom(0, 1, 2), (by, which) => {
        const spoil = (): unknown => {
          const numbers = [asNumber(count), asNumber(count), asNumber(count)];
          return [...numbers, (numbers[which] ?? 0) + by];
        };
        expect(() => field(spoil)).toThrow('a construct changed a symbolic value');
      }),
    );
  });

  test('and says which value it was', () => {
    expect(() => field(() => [asText(word)].slice(1))).toThrow('a construct did not pass on values.word');
  });
});

describe('an expression that is used as plain data throws:', () => {
  const misused: Readonly<Record<string, () => unknown>> = {
    'a template string': () => `a ${word as unknown as string}`,
    'a sum': () => (count as unknown as number) + 1,
    'a comparison': () => (count as unknown as number) > 1,
    'a map spread': () => ({ ...(labels as unknown as object) }),
    'a list spread': () => [...(topics as unknown as string[])],
    'a key': () => ({ [word as unknown as string]: 1 }),
    JSON: () => JSON.stringify({ word }),
  };

  test.each(Object.entries(misused))('%s', (_, misuse) => {
    expect(misuse).toThrow('must not be read while the model is built');
  });

  test('a token outside of a synthesis', () => {
    expect(() => asText(word)).toThrow('values.word is known only when Helm runs');
  });
});

test('objects of a model without names are called after the release, and its pods are addressed by it', () => {
  const [object] = captured((chart) => {
    new ApiObject(chart, 'Thing', {
      apiVersion: 'v1',
      kind: 'Pod',
      spec: { selector: { 'cdk8s.io/metadata.addr': 'x-1' } },
    });
  });
  const at = (releaseName: string): unknown =>
    evaluate(object?.tree, { values: {}, builtins: { releaseName, namespace: 'n' } });
  expect(at('one')).toMatchObject({
    metadata: { name: 'one-thing', namespace: 'n' },
    spec: { selector: { 'cdk8s.io/metadata.addr': 'one-x-1' } },
  });
  expect(at('two')).toMatchObject({
    metadata: { name: 'two-thing' },
    spec: { selector: { 'cdk8s.io/metadata.addr': 'two-x-1' } },
  });
});

test('an expression keeps the type of its value', () => {
  const typed: Expr<string> = word;
  // @ts-expect-error a number is no text
  const wrong: Expr<string> = count;
  expect([typed.type, wrong.type]).toEqual(['string', 'integer']);
});
