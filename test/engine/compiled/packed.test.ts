import * as fc from 'fast-check';
import { pack, unpack } from '../../../src/engine/compiled';
import { type Expr, type Json, type Tree, evaluate, interpolate, ref } from '../../../src/engine/expr';
import { trees } from '../expr/terms';
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

test('expressions over every operation come back with their meaning', () => {
  fc.assert(
    fc.property(trees, ({ make, want }) => {
      const values: Record<string, Json> = {};
      const tree = make((value, type) => {
        const name = `v${String(Object.keys(values).length)}`;
        values[name] = value;
        return ref([name], type);
      });
      const back = unpack(pack(tree)) as Tree;
      expect(JSON.stringify(evaluate(back, { values, builtins: { releaseName: '', namespace: '' } }))).toBe(
        JSON.stringify(want),
      );
    }),
    PROPERTIES,
  );
});

test('an expression that is there twice is one', () => {
  const title = interpolate`${ref<string>(['name'], 'string')}!`;
  const [one, other] = unpack(pack([title, { deep: title }])) as [Expr, { readonly deep: Expr }];
  expect(other.deep).toBe(one);
});

test('the text does not depend on which equal parts are one object', () => {
  const part = { a: [1, 2] };
  expect(pack([part, part])).toBe(pack([{ a: [1, 2] }, { a: [1, 2] }]));
});
