import { ApiObject } from 'cdk8s';
import * as fc from 'fast-check';
import { asBoolean, asList, asMap, asNumber, asText } from '../../../src/engine/border';
import { type Expr, type Json, evaluate, merge, optional, ref, toExpr, unlessEmpty } from '../../../src/engine/expr';
import { VALUES, captured, count, field, labels, meaning, more, topics, word } from './field';

/** Maps as a model may make them. */
const on = ref<boolean>(['on'], 'boolean');
const MAPS = [
  labels,
  more,
  merge({ a: 'fixed' }, labels),
  unlessEmpty(more),
  optional(on, merge({ b: 'on' }, more), labels),
  optional(on, more),
].map((map) => map as typeof labels);

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

  test('of a map is spread beside entries of the construct and another such map as the map itself would be', () => {
    const entries = fc.dictionary(fc.constantFrom('a', 'b', ''), fc.constantFrom('', 'x', 'y'));
    const values = fc.record({ labels: entries, more: entries, on: fc.boolean() });
    const own = fc.array(entries, { minLength: 3, maxLength: 3 });
    const maps = fc.array(fc.constantFrom(...MAPS), { maxLength: 2 });
    fc.assert(
      fc.property(own, maps, fc.boolean(), values, (before, spread, isReversed, known) => {
        const inOrder = (all: readonly object[]): object =>
          Object.assign({}, ...before.map((one, i) => ({ ...one, ...all[i] }))) as object;
        const tokens = (): readonly object[] =>
          isReversed ? spread.toReversed().map(asMap).toReversed() : spread.map(asMap);
        const meant = spread.map((map) => meaning(map, known) as object);
        expect(field(() => ({ inside: inOrder(tokens()) }), known)).toEqual({ inside: inOrder(meant) });
      }),
      { numRuns: 60 },
    );
  });

  test('of a text or a number stands in any text, beside others', () => {
    const piece = fc.constantFrom<Expr<string | number> | string>('', 'a', ' 84-', word, count);
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 5 }), (pieces) => {
        const whole = (one: (expr: Expr<string | number>) => string): string =>
          pieces.map((each) => (typeof each === 'string' ? each : one(each))).join('');
        const asPiece = (expr: Expr<string | number>): string =>
          expr === count ? String(asNumber(count)) : asText(word);
        expect(field(() => ({ all: whole(asPiece) }))).toEqual({ all: whole((expr) => (expr === count ? '3' : 'w')) });
      }),
    );
  });

  test('leaves all plain data beside it as it was', () => {
    const key = fc.constantFrom('a', 'b', '', 'metadata', 'spec');
    const data = fc.letrec<{ readonly json: Json }>((tie) => ({
      json: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom<Json>('', 'a', 0, -1, 0.5, 999_999_999_999_999, true, false),
        fc.array(tie('json'), { maxLength: 3 }),
        fc.dictionary(key, tie('json'), { maxKeys: 3, noNullPrototype: true }),
      ),
    })).json;
    fc.assert(
      fc.property(data, (json) => {
        const mixed = (): unknown => ({
          json,
          symbolic: [asText(word), asNumber(count), asMap(labels), asList(topics)],
        });
        expect(field(mixed)).toEqual({ json, symbolic: ['w', 3, VALUES.labels, VALUES.topics] });
      }),
    );
  });

  test('leaves large numbers and odd digits of the construct alone', () => {
    expect(field(() => [asText(word), 8_400_000_000_000_007, 'id 8400000000000007'])).toEqual([
      'w',
      8_400_000_000_000_007,
      'id 8400000000000007',
    ]);
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

  test('a token outside of a synthesis, also when one has ended or failed', () => {
    const isRefused = (): void => {
      expect(() => asText(word)).toThrow('values.word is known only when Helm runs');
    };
    isRefused();
    field(() => [asText(word), field(() => asText(word))]);
    isRefused();
    expect(() => field(() => [asText(word)].slice(1))).toThrow('did not pass on');
    isRefused();
  });
});

test('a value that is known crosses as itself, with no synthesis', () => {
  const [texts, names] = [{ a: 'x' }, ['x']];
  for (const known of [<T>(value: T) => value, toExpr] as const) {
    expect([asText(known('x')), asNumber(known(3)), asBoolean(known(false)), asBoolean(known(true))]).toEqual([
      'x',
      3,
      false,
      true,
    ]);
    expect([asMap(known(texts)), asList(known(names))]).toEqual([texts, names]);
  }
  asMap(texts)['b'] = 'y';
  asList(names).push('y');
  expect([texts, names]).toEqual([{ a: 'x' }, ['x']]);
});

test.each<[string, () => unknown, number]>([
  ['once where no map meets entries of a construct', () => asMap(labels), 1],
  ['three times where one does', () => [asMap(more), { ...asMap(labels), a: 'own' }], 3],
  ['four times where two do, to see what is between them', () => ({ a: 'own', ...asMap(labels), ...asMap(more) }), 4],
])('a model is built %s', (_, data, times) => {
  const build = jest.fn(data);
  field(build);
  expect(build).toHaveBeenCalledTimes(times);
});

test('objects of a model without names are called after the release, and its pods are addressed by it', () => {
  const [object] = captured((chart) => {
    new ApiObject(chart, 'Thing', {
      apiVersion: 'v1',
      kind: 'Pod',
      spec: { selector: { 'cdk8s.io/metadata.addr': 'x-1' }, 'cdk8s.io/metadata.addr': 1, last: null },
    });
  });
  const at = (releaseName: string): unknown =>
    evaluate(object?.tree, { values: {}, builtins: { releaseName, namespace: 'n' } });
  expect(at('one')).toMatchObject({
    metadata: { name: 'one-thing', namespace: 'n' },
    spec: { selector: { 'cdk8s.io/metadata.addr': 'one-x-1' }, 'cdk8s.io/metadata.addr': 1 },
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
