import * as vm from 'node:vm';
import * as expr from '../../../src/engine/expr';
import { requireFinite } from '../../../src/engine/expr/plain';

/** What a program without types gives, and what is said of it. */
type Wrong = readonly [call: string, said: string];

/** Calls of JavaScript: a compiler refuses them. */
function called(code: string): string {
  try {
    vm.runInNewContext(code, { ...expr });
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

const WRONG: readonly Wrong[] = [
  ['ifElse("a", 1, 2)', 'ifElse: condition: expected true or false, got "a"'],
  ['ifElse(true, [], 2)', 'ifElse: then: expected a scalar, got a list'],
  ['ifElse(true, 1, {})', 'ifElse: otherwise: expected a scalar, got a map'],
  ['equals([], "a")', 'equals: left: expected a scalar, got a list'],
  ['equals("a", null)', 'equals: right: expected a scalar, got null'],
  ['atMost(1, "1", {})', 'atMost: left: expected a text, got 1'],
  ['atMost("1", true, {})', 'atMost: right: expected a text, got true'],
  ['atMost("1", "1", [])', 'atMost: units: expected a map, got a list'],
  ['atMost("1", "1", { k: 1000 })', 'atMost: units.k: expected a text, got 1000'],
  ['hasItem({}, "a", "b")', 'hasItem: list: expected a list, got a map'],
  ['hasItem([], 1, "b")', 'hasItem: field: expected a text, got 1'],
  ['hasItem([], "a", [])', 'hasItem: text: expected a text, got a list'],
  ['textsAt({}, [])', 'textsAt: list: expected a list, got a map'],
  ['textsAt([], "a")', 'textsAt: path: expected a list, got "a"'],
  ['textsAt([], [1])', 'textsAt: path[0]: expected a text, got 1'],
  ['firstMissing("a", [])', 'firstMissing: texts: expected a list, got "a"'],
  ['firstShared([], {})', 'firstShared: others: expected a list, got a map'],
  ['not(1)', 'not: condition: expected true or false, got 1'],
  ['and(true, "a")', 'and: condition 2: expected true or false, got "a"'],
  ['or(undefined)', 'or: condition 1: expected true or false, got undefined'],
  ['isSet({})', 'isSet: value: expected a text or a number, got a map'],
  ['nonEmpty("a")', 'nonEmpty: collection: expected a map or a list, got "a"'],
  ['optional("a", 1)', 'optional: condition: expected true or false, got "a"'],
  ['ifSet([])', 'ifSet: value: expected a text or a number, got a list'],
  ['unlessEmpty(1)', 'unlessEmpty: collection: expected a map or a list, got 1'],
  ['interpolate([1])', 'interpolate: strings[0]: expected a text, got 1'],
  ['interpolate(["a", "b"], [])', 'interpolate: value 1: expected a scalar, got a list'],
  ['firstNonEmpty("a", 1)', 'firstNonEmpty: option 2: expected a text, got 1'],
  ['shortenName(1, 20)', 'shortenName: name: expected a text, got 1'],
  ['shortenName("a", 9)', 'shortenName: max: expected an integer > 9, got 9'],
  ['shortenName("a", 20.5)', 'shortenName: max: expected an integer > 9, got 20.5'],
  ['replaceEnding([], {})', 'replaceEnding: text: expected a text, got a list'],
  ['replaceEnding("a", "b")', 'replaceEnding: endings: expected a map, got "b"'],
  ['replaceEnding("a", { b: 1 })', 'replaceEnding: endings.b: expected a text, got 1'],
  ['fileText(1, "a")', 'fileText: path: expected a text, got 1'],
  ['fileText("a", 1)', 'fileText: text: expected a text, got 1'],
  ['fileText("a", "b", [])', 'fileText: holes: expected a map, got a list'],
  ['fileText("a", "b", { b: "c" })', 'fileText: holes.b: expected an expression, got "c"'],
  ['builtin("name")', 'builtin: name: expected one of releaseName, namespace, alias, got "name"'],
  ['namedTemplate(1, literal("a"))', 'namedTemplate: name: expected a text, got 1'],
  ['namedTemplate("a", "b")', 'namedTemplate: value: expected an expression, got "b"'],
  ['merge("a")', 'merge: fixed: expected a map, got "a"'],
  ['merge({}, {}, [])', 'merge: map 2: expected a map, got a list'],
  ['concat([], "a")', 'concat: list 2: expected a list, got "a"'],
  ['mergeByName({})', 'mergeByName: list 1: expected a list, got a map'],
  ['namedItems([])', 'namedItems: map: expected a map, got a list'],
  ['each("a", "string", (a) => a)', 'each: items: expected a list, got "a"'],
  ['each([], "string", 1)', 'each: body: expected a function, got 1'],
  ['eachEntry([], "string", (a) => a)', 'eachEntry: map: expected a map, got a list'],
  ['eachEntry({}, "string", 1)', 'eachEntry: body: expected a function, got 1'],
  ['base64(ref(["m"], "map"))', 'base64: text: expected a text, got a value of the type map'],
  ['base64(1)', 'base64: text: expected a text, got 1'],
  ['sha256({})', 'sha256: text: expected a text, got a map'],
  ['replace("a", "", "b")', 'replace: search: expected a text that is not empty, got ""'],
  ['replace("a", literal("b"), "c")', 'replace: search: expected a text, got a value that only Helm knows'],
  ['split("a", 1)', 'split: separator: expected a text, got 1'],
  ['join("a", ",")', 'join: texts: expected a list, got "a"'],
  ['truncate("a", -1)', 'truncate: max: expected an integer >= 0, got -1'],
  ['truncate("a", ref(["n"], "integer"))', 'truncate: max: expected an integer >= 0, got a value that only Helm knows'],
  ['contains("a", true)', 'contains: part: expected a text, got true'],
  ['hasKey([], "a")', 'hasKey: map: expected a map, got a list'],
  ['textAt({}, "a", 1)', 'textAt: fallback: expected a text, got 1'],
  ['add("1", 1)', 'add: left: expected an integer, got "1"'],
  ['add(1, 1.5)', 'add: right: expected an integer, got 1.5'],
  ['add(1, ref(["n"], "number"))', 'add: right: expected an integer, got a value of the type number'],
  [
    'divide(ref(["n"], "optionalInteger"), 1)',
    'divide: left: expected an integer, got a value of the type optionalInteger',
  ],
  ['max(ref(["n"], "string"), 1)', 'max: left: expected an integer, got a value of the type string'],
  ['add(1, 2 ** 53)', 'add: right: expected an integer, got 9007199254740992'],
  ['lessThan("1", 2)', 'lessThan: left: expected a number, got "1"'],
  ['quantityIn(1, "Mi")', 'quantityIn: quantity: expected a text, got 1'],
  [
    'quantityIn("1", "MB")',
    'quantityIn: unit: expected one of "", "n", "u", "m", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei", got "MB"',
  ],
  ['toJson(() => 1)', 'toJson: tree: expected plain data, got a function'],
  ['toYaml({ a: 1n })', 'toYaml: tree.a: expected plain data, got 1'],
  ['toIni([])', 'toIni: sections: expected a map, got a list'],
  ['toIni({ a: 1 })', 'toIni: sections.a: expected a map, got 1'],
  ['toIni({ "a]\\nb": {} })', 'toIni: sections: expected names without line ends and brackets, got "a]\\nb"'],
  ['toIni({ a: { "b = c": 1 } })', 'toIni: sections.a: expected keys of letters, digits and -._ /:, got "b = c"'],
  ['toIni({ a: { b: {} } })', 'toIni: sections.a.b: expected a scalar, got a map'],
  [
    'toIni({ a: { b: ref(["m"], "map") } })',
    'toIni: sections.a.b: expected a scalar, got a value that only Helm knows',
  ],
  ['entry([], "a")', 'entry: map: expected a map, got a list'],
  ['entry({}, 1)', 'entry: key: expected a text, got 1'],
];

test.each(WRONG)('%s is refused in one line', (call, said) => {
  expect(called(call)).toBe(said);
});

class Mine {}
const RING: unknown[] = ['a'];
RING.push({ deep: [RING] });

test.each<[string, unknown, string]>([
  ['a function', { a: [() => 1] }, 'literal.a[0]: expected plain data, got a function'],
  ['a symbol', [Symbol('a')], 'literal[0]: expected plain data, got a symbol'],
  ['an object of a class', { a: { b: new Mine() } }, 'literal.a.b: expected plain data, got an object of a class'],
  ['a large integer', [1, 2n], 'literal[1]: expected plain data, got 2'],
  ['a list that holds itself', RING, 'literal[1].deep[0]: expected plain data, got a list that holds itself'],
])('a tree with %s is none', (_, tree, said) => {
  expect(() => expr.literal(tree as expr.Tree)).toThrow(new Error(said));
});

test('a tree may hold one thing twice, and expressions', () => {
  const twice = { a: 1 };
  const tree = { x: twice, y: [twice, expr.ref(['a'], 'string')], none: undefined };
  expect(expr.literal(tree).node).toEqual({ op: 'literal', tree });
});

test('what holds itself is refused also where functions are allowed', () => {
  expect(() => {
    requireFinite('a', { b: RING });
  }).toThrow('a.b[1].deep[0]: expected plain data, got a list that holds itself');
  requireFinite('a', { b: [() => 1] });
});

const SHOWN: readonly (readonly [unknown, string])[] = [
  [expr.ref(['a'], 'string'), 'a value that only Helm knows'],
  [[1], 'a list'],
  [{}, 'a map'],
  [Object.create(null), 'a map'],
  [new Mine(), 'an object of a class'],
  [() => 1, 'a function'],
  [Symbol('a'), 'a symbol'],
  ['a\u2028"', '"a\\u2028\\""'],
  ['x'.repeat(100), `"${'x'.repeat(76)}...`],
  [undefined, 'undefined'],
];

test('a message shows what was given in a few words', () => {
  expect(SHOWN.map(([given]) => expr.shown(given))).toEqual(SHOWN.map(([, text]) => text));
});

const UNITS = { '': '1', m: '0.001', k: '1000', Ki: '1024', '%': '0.01' };

test.each<[string, string, boolean]>([
  ['1k', '1000', true],
  ['1001', '1k', false],
  ['1Ki', '1024.5', true],
  ['1.5Ki', '1535', false],
  ['1k1', '1001', true],
  ['1k2', '1001', false],
  ['.5k', '500', true],
  ['5e2', '500', true],
  ['5e2', '499', false],
  ['1E-3', '1m', true],
  ['2m', '1E-3', false],
  ['1005m', '1.005', true],
  ['1.0051', '1005m', false],
  ['50%', '.5', true],
  ['51%', '.5', false],
  ['9Gi', '0', true],
  ['1e999', '0', true],
  ['', '0', true],
  ['1', 'none', false],
  ['1e21', '1e21k', true],
  ['1e22', '1e21', false],
])('%s is at most %s: %s', (left, right, isMost) => {
  expect(expr.literalOf(expr.atMost(left, right, UNITS))).toBe(isMost);
});

test('an item is found by a text in its field, and by no number', () => {
  const list = [{ a: 'x' }, { a: 1, b: 'y' }];
  const found = (field: string, text: string): unknown => expr.literalOf(expr.hasItem(list, field, text));
  expect([found('a', 'x'), found('b', 'y'), found('a', 'y'), found('a', '1'), found('c', '')]).toEqual([
    ...[true, true, false, false, false],
  ]);
});

test('texts are found at a path, through lists, and nothing else is', () => {
  const list = [{ a: 'x', b: [{ a: 'y' }, { a: ['z', 1, { a: 'lost' }] }, 'a'] }, 'a', { a: { a: 'u' } }];
  const found = (...path: readonly string[]): unknown => expr.literalOf(expr.textsAt(list, path));
  expect([found('a'), found('b', 'a'), found('a', 'a'), found('b', 'toString'), found('toString'), found()]).toEqual([
    ...[['x'], ['y', 'z'], ['u'], [], [], ['a']],
  ]);
});

test('of texts, the first that others lack, or have, is found, or none', () => {
  const missing = (...others: readonly string[]): unknown => expr.literalOf(expr.firstMissing(['a', 'b', 'c'], others));
  const shared = (...others: readonly string[]): unknown => expr.literalOf(expr.firstShared(['a', 'b', 'c'], others));
  expect([missing('a'), missing(), missing('c', 'b', 'a'), shared('c', 'b'), shared(), shared('x')]).toEqual([
    ...['b', 'a', '', 'b', '', ''],
  ]);
});
