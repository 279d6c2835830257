import * as fc from 'fast-check';
import { pack, unpack } from '../../../src/engine/compiled';
import { evaluate, ifElse, interpolate, optional, ref } from '../../../src/engine/expr';
import { PROPERTIES } from '../../support/share';

const KEYS = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', '0', 'parts', 'expr'));
/** In JSON -0 is 0. */
const ANY_NUMBER = fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0);
const DATA = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(fc.string(), fc.integer(), ANY_NUMBER, fc.boolean()),
    fc.constantFrom(null, undefined, [], {}, 0, 1, '1'),
    fc.array(tie('node'), { maxLength: 4 }),
    fc.dictionary(KEYS, tie('node'), { maxKeys: 4 }),
  ),
})).node;

test('data comes back as it was, in the same order, whatever its keys', () => {
  fc.assert(
    fc.property(DATA, (data) => {
      const back = unpack(pack(data));
      expect(back).toEqual(data);
      expect(JSON.stringify([back])).toBe(JSON.stringify([data]));
    }),
    { ...PROPERTIES, numRuns: 500 },
  );
});

test('expressions come back with their meaning, and one that is there twice is one', () => {
  const name = ref<string>(['name'], 'string');
  const title = interpolate`${name}-${1}`;
  const tree = { title, other: [title, optional(ref<boolean>(['on'], 'boolean'), ifElse(true, name, 'none'))] };
  const back = unpack(pack(tree)) as typeof tree;
  for (const on of [true, false]) {
    const environment = { values: { name: 'a', on }, builtins: { releaseName: 'r', namespace: 'n' } };
    expect(evaluate(back, environment)).toEqual(evaluate(tree, environment));
  }
  expect(back.other[0]).toBe(back.title);
});

test('the text does not depend on which equal parts are one object', () => {
  const part = { a: [1, 2] };
  expect(pack([part, part])).toBe(pack([{ a: [1, 2] }, { a: [1, 2] }]));
});
