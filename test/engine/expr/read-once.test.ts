import * as fc from 'fast-check';
import { literal } from '../../../src/engine/expr';
import { readFields, readOnce } from '../../../src/engine/expr/read-once';

const ring: Record<string, unknown> = {};
ring['a'] = [{ b: ring }];

function nested(depth: number): unknown {
  return Array.from({ length: depth }).reduce<unknown>((inner) => ({ a: inner }), 1);
}

const trap = new Proxy({}, { ownKeys: () => failing('a\nb') });
const failing = (words: string): never => {
  throw new Error(words);
};

describe('what is read once', () => {
  test('is a copy of plain data that is equal to it, whatever its keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        const copy = readOnce('a', data);
        expect(copy).toEqual(data);
        expect(JSON.stringify(copy)).toBe(JSON.stringify(data));
        if (typeof data === 'object' && data !== null) expect(copy).not.toBe(data);
      }),
    );
    const odd: unknown = JSON.parse('{"__proto__": {"constructor": 1}, "toString": []}');
    expect(Object.entries(readOnce('a', odd) as object)).toEqual(Object.entries(odd as object));
  });

  test('keeps expressions and objects of classes as they are, and what holds the same part twice', () => {
    const [expression, date, part] = [literal('a'), new Date(0), { c: 1 }];
    const copy = readOnce('a', { expression, date, twice: [part, part] });
    expect([copy.expression, copy.date]).toEqual([expression, date]);
    expect(copy.expression).toBe(expression);
    expect(copy.date).toBe(date);
    expect(copy.twice).toEqual([part, part]);
  });

  test('does not change when what was given does', () => {
    const given = { a: { b: ['c'] } };
    const copy = readOnce('a', given);
    given.a.b.push('d');
    expect(copy).toEqual({ a: { b: ['c'] } });
    expect(readOnce('a', Object.defineProperty({ b: 1 }, 'hidden', { value: 2 }))).toEqual({ b: 1 });
  });

  test.each<[got: string, given: unknown]>([
    ['a.b.a[0].b: expected plain data, got a map that holds itself', { b: ring }],
    ['a.b[1].c: expected plain data, got a getter', { b: [1, { get c() { return 1; } }] }], // prettier-ignore
    ['a.b: expected plain data, got a key that is a symbol', { b: { [Symbol('s')]: 1 } }],
    ['a.b[1]: expected plain data, got a gap in the list', { b: Object.assign([1], { 5: 1 }) }],
    ['a[0]: expected plain data, got a gap in the list', new Array(2 ** 32 - 1)],
    ['a: expected plain data, got a list with the field "c"', Object.assign([1], { c: 1 })],
    ['a["b\\nc"]: expected plain data, got what cannot be read ("a\\nb")', { 'b\nc': trap }],
  ])('is refused with the words %s', (words, given) => {
    expect(() => readOnce('a', given)).toThrow(new Error(words));
  });

  test('may be 200 levels deep; where it is deeper, the message stays short', () => {
    expect(readOnce('a', nested(200))).toEqual(nested(200));
    expect(() => readOnce('a', nested(100_000))).toThrow(
      /^a(\.a){97}\.{3,4}: expected plain data, got more than 200 maps and lists in each other$|^a[.a]{196}\.\.\.: expected/,
    );
  });

  test('of one level leaves what the fields hold', () => {
    const fields = { a: ring, b: () => 1 };
    expect(readFields('a', fields)).toEqual(fields);
    expect(readFields('a', fields).a).toBe(ring);
    expect(() => readFields('a', { get b() { return 1; } })).toThrow('a.b: expected plain data, got a getter'); // prettier-ignore
  });
});
