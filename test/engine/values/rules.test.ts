import { type Json, equals, evaluate, interpolate, not, ref } from '../../../src/engine/expr';
import {
  type ValueRule,
  bool,
  int,
  messageOf,
  rulesOf,
  section,
  symbolicHandles,
  text,
  withRules,
} from '../../../src/engine/values';
import { problemsOf } from './witness';

const port = int({ description: 'A port.', default: 80, min: 1 });
const name = text({ description: 'A name.', default: '' });

const WEB = withRules(
  section('Web.', { one: port, tls: section('TLS.', { two: int({ description: 'A port.', default: 443 }) }), name }),
  ({ one, tls }) => [
    {
      path: 'tls.two',
      broken: equals(interpolate`${one}`, interpolate`${tls.two}`),
      expected: interpolate`another port than ${one}`,
      got: interpolate`${tls.two}`,
    },
  ],
);
const VALUES = withRules(
  section('All.', { name, isNamed: bool({ description: 'A switch.', default: false }), web: WEB, others: WEB }),
  (values) => [
    { path: 'name', broken: values.isNamed, expected: 'no name', got: values.name },
    { path: 'isNamed', broken: equals(values.name, 'x'), expected: 'true', got: 'false' },
  ],
);

/** Values, and what the rules say of them. */
const RULED: readonly (readonly [unknown, readonly string[]])[] = [
  [undefined, []],
  [{}, []],
  [{ web: { one: 443 } }, ['web.tls.two: expected another port than 443, got 443']],
  [
    { others: { tls: { two: 80 } }, name: 'x' },
    ['isNamed: expected true, got false', 'others.tls.two: expected another port than 80, got 80'],
  ],
  [{ web: { one: 443, tls: { two: 80 } } }, []],
  [{ web: { one: '443' }, name: 'x' }, ['web.one: expected integer (an integer >= 1), got string "443"']],
  [{ web: { one: ref<number>(['a'], 'integer'), tls: { two: ref<number>(['a'], 'integer') } } }, []],
  [{ isNamed: true, name: ref<string>(['a'], 'string') }, ['name: expected no name, got a value that only Helm knows']],
];

describe('values that do not go together', () => {
  test.each(RULED)(
    '%#: are refused in the words of the rule, unless other values are wrong or Helm alone knows them',
    (values, words) => {
      expect(problemsOf(VALUES, values)).toEqual(words.map((line) => `values.${line}`));
    },
  );

  test('are the same for the expressions of a chart, whose messages say the same', () => {
    const rules = rulesOf(VALUES, symbolicHandles(VALUES));
    expect(rules.map(({ path }) => path)).toEqual(['name', 'isNamed', 'web.tls.two', 'others.tls.two']);
    const said = (rule: ValueRule, values: Json): unknown => {
      const installation = { values, builtins: { releaseName: 'a', namespace: 'b' } };
      return [evaluate(rule.broken, installation), evaluate(messageOf(rule), installation)];
    };
    const given = { name: 'y', isNamed: false, web: { one: 1, tls: { two: 1 } }, others: { one: 1, tls: { two: 2 } } };
    expect(rules.map((rule) => said(rule, given))).toEqual([
      [false, 'values.name: expected no name, got y'],
      [false, 'values.isNamed: expected true, got false'],
      [true, 'values.web.tls.two: expected another port than 1, got 1'],
      [false, 'values.others.tls.two: expected another port than 1, got 2'],
    ]);
  });
});

test('a section alone has rules: its children have none, and where it has none, nothing is said', () => {
  expect(rulesOf(section('S.', WEB.children), symbolicHandles(WEB))).toEqual([]);
  expect(rulesOf(WEB, symbolicHandles(WEB)).map(({ path }) => path)).toEqual(['tls.two']);
});

describe('rules are refused', () => {
  const plain = section('S.', { a: bool({ description: 'A.', default: false }), b: section('B.', { c: port }) });

  test.each(['c', 'a.b', 'b.d', 'b.c.d', '', 'children.a'])('that name the value %j, which is not declared', (path) => {
    expect(() => withRules(plain, ({ a }) => [{ path, broken: not(a), expected: 'b', got: 'c' }])).toThrow(
      new Error(`a rule names the value ${path}, which is not declared`),
    );
  });

  test.each<[string, unknown, unknown]>([
    ['section: expected a section, got a map', port, () => []],
    ['section: expected a section, got undefined', undefined, () => []],
    ['rules: expected a function, got a list', plain, []],
    ['what rules returns: expected a list, got undefined', plain, () => undefined],
    ['what rules returns[0]: expected a map, got "a"', plain, () => ['a']],
  ])('that only a program without types can give: %s', (message, given, rules) => {
    expect(() => withRules(given as never, rules as never)).toThrow(new Error(`withRules: ${message}`));
  });
});
