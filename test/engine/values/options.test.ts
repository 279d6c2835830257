import * as values from '../../../src/engine/values';
import type { Leaf } from '../../../src/engine/values';

/** Each declaration of a value: its arguments before the options, and a default. */
const DECLARATIONS = {
  alertAnnotations: [[], {}],
  alertLabels: [[], {}],
  annotations: [[], {}],
  bool: [[], true],
  choice: [[['a', 'b']], 'a'],
  choiceList: [[['a', 'b']], ['a']],
  int: [[], 1],
  intChoice: [[[1, 2]], 1],
  intOrPercent: [[], 1],
  jsonFiles: [[], {}, { taken: [], texts: {} }],
  labels: [[], {}],
  manifest: [['k8s.Affinity'], {}],
  manifestList: [['k8s.Pod'], []],
  number: [[], 1],
  optionalInt: [[], ''],
  text: [[], 'a'],
  textList: [[], ['a']],
  textListMap: [[], {}, { names: 'word' }],
  textSet: [[], {}, { names: 'word' }],
} as const satisfies Partial<Readonly<Record<keyof typeof values, readonly unknown[]>>>;

type Name = keyof typeof DECLARATIONS;
const NAMES = Object.keys(DECLARATIONS) as readonly Name[];

/** What a program without types declares. */
function declare(name: Name, ...args: readonly unknown[]): Leaf {
  return Reflect.apply(values[name] as (...all: readonly unknown[]) => Leaf, undefined, args);
}

/** A declaration with some of its options set otherwise; those that are undefined are not given. */
function withOptions(name: Name, given: object): Leaf {
  const [before, usual, more = {}] = DECLARATIONS[name] as readonly [readonly unknown[], unknown, object?];
  const options = Object.entries({ description: 'D.', default: usual, ...more, ...given });
  return declare(name, ...before, Object.fromEntries(options.filter(([, value]) => value !== undefined)));
}

function said(call: () => unknown): string {
  try {
    call();
    return '';
  } catch (error) {
    return String(error);
  }
}

describe.each(NAMES)('%s', (name) => {
  const [before] = DECLARATIONS[name];

  test('names itself where its options are none, or lack what every value says', () => {
    const at = `Error: ${name}: options`;
    expect(said(() => declare(name, ...before))).toBe(`${at}: expected a map, got undefined`);
    expect(said(() => declare(name, ...before, []))).toBe(`${at}: expected a map, got a list`);
    expect(said(() => withOptions(name, { description: 1 }))).toBe(`${at}.description: expected a text, got 1`);
    expect(said(() => withOptions(name, { default: undefined }))).toBe(
      `${at}.default: expected a default, got undefined`,
    );
    expect(said(() => withOptions(name, { default: { a: [new Date(0)] } }))).toBe(
      `${at}.default.a[0]: expected plain data, got an object of a class`,
    );
  });

  test('says nothing that it is not told', () => {
    const leaf = withOptions(name, {});
    expect([leaf, leaf.schema].flatMap((map): readonly unknown[] => Object.values(map))).not.toContain(undefined);
    expect(leaf.schema).not.toHaveProperty('sharedAs');
    expect(withOptions(name, { sharedAs: 'all', usual: 1, since: '1.0.0', see: 'https://a.test' })).toMatchObject({
      see: 'https://a.test',
      since: '1.0.0',
      schema: { sharedAs: 'all', usual: 1 },
    });
  });
});

const FORMAT_NAMES = Object.keys(values.FORMATS).join(', ');

/** Options that are wrong, and what is said of them. */
const WRONG: readonly (readonly [Name, option: string, given: unknown, message: string])[] = [
  ['text', 'see', 1, ': expected a text, got 1'],
  ['text', 'sharedAs', ['a'], ': expected a text, got a list'],
  ...['1.2', 'v1.2.3', '1.2.3-a', '1.2.3 ', 'a.b.c', '1a2.3', '.1.2', '1..2'].map(
    (since) => ['text', 'since', since, `: expected a version such as "0.2.0", got "${since}"`] as const,
  ),
  ['text', 'since', 1.2, ': expected a version such as "0.2.0", got 1.2'],
  ['int', 'min', '1', ': expected a number, got "1"'],
  ['number', 'max', Number.NaN, ': expected a number, got NaN'],
  ['text', 'format', 'name', `: expected one of ${FORMAT_NAMES}, got "name"`],
  ['textList', 'format', ['word'], `: expected one of ${FORMAT_NAMES}, got a list`],
  ['alertLabels', 'reserved', 'a', ': expected a list, got "a"'],
  ['alertLabels', 'reserved', ['a', 1], '[1]: expected a text, got 1'],
  ['manifestList', 'required', 'name', ': expected a list, got "name"'],
  ['manifestList', 'required', [null], '[0]: expected a text, got null'],
  ['manifestList', 'fields', [], ': expected a map, got a list'],
  ['manifestList', 'fields', { a: {}, b: 'text' }, '.b: expected a map, got "text"'],
  ['manifestList', 'unique', 'name', ': expected a map, got "name"'],
  ['manifestList', 'unique', { taken: [] }, '.fields: expected a list, got undefined'],
  ['manifestList', 'unique', { fields: ['name'] }, '.taken: expected a list, got undefined'],
  ['manifestList', 'variants', {}, ': expected a list, got a map'],
  ['manifestList', 'variants', [{ default: 'a', kinds: [] }], '[0].field: expected a text, got undefined'],
  ['manifestList', 'variants', [{ field: 'a', kinds: [] }], '[0].default: expected a text, got undefined'],
  ['manifestList', 'variants', [{ field: 'a', default: 'a', kinds: {} }], '[0].kinds: expected a list, got a map'],
  ['manifestList', 'exclusive', { of: 'a', isNeeded: true }, '.of: expected a list, got "a"'],
  ['manifestList', 'exclusive', { of: [] }, '.isNeeded: expected true or false, got undefined'],
  ['textList', 'isSet', 1, ': expected true or false, got 1'],
  ['textSet', 'names', undefined, ': expected the name of a format, got undefined'],
  ['textListMap', 'names', undefined, ': expected the name of a format, got undefined'],
  ['intOrPercent', 'maxPercent', '1', ': expected a number, got "1"'],
  ['jsonFiles', 'taken', [1], '[0]: expected a text, got 1'],
  ['jsonFiles', 'texts', [], ': expected a map, got a list'],
  ['jsonFiles', 'texts', { a: [], b: 'c' }, '.b: expected a list, got "c"'],
  ['jsonFiles', 'texts', { a: ['b', 1] }, '.a[1]: expected a text, got 1'],
];

describe('an option is refused in one line that says where, what is expected and what was given:', () => {
  test.each(WRONG)('%s: %s %j', (name, option, given, message) => {
    expect(said(() => withOptions(name, { [option]: given }))).toBe(`Error: ${name}: options.${option}${message}`);
  });

  test('and those that may be given are taken', () => {
    const fields = { name: values.ANY_TEXT };
    const variants = [{ field: 'name', default: '', kinds: [] }];
    const right = {
      fields,
      variants,
      required: ['name'],
      unique: { fields: ['name'], taken: ['a'] },
      since: '10.20.30',
    };
    expect(said(() => withOptions('manifestList', right))).toBe('');
  });
});

/** Arguments before the options that are wrong, and what is said of them. */
const ARGUMENTS: readonly (readonly [name: Name | 'section', args: readonly unknown[], message: string])[] = [
  ['choice', ['a'], 'of: expected a list, got "a"'],
  ['choice', [['a', 1]], 'of[1]: expected a text, got 1'],
  ['choiceList', [{}], 'of: expected a list, got a map'],
  ['choiceList', [[1]], 'of[0]: expected a text, got 1'],
  ['intChoice', [1], 'of: expected a list, got 1'],
  ['intChoice', [['1']], 'of[0]: expected a number, got "1"'],
  ['manifest', [{}], 'api: expected a text, got a map'],
  ['manifestList', [1], 'api: expected a text, got 1'],
  ['section', [1, {}], 'description: expected a text, got 1'],
  ['section', ['S.', []], 'children: expected a map, got a list'],
  ['section', ['S.', { a: { kind: 'value' } }], 'children.a: expected a value or a section, got a map'],
  ['section', ['S.', { a: 'b' }], 'children.a: expected a value or a section, got "b"'],
];

test.each(ARGUMENTS)('%s(%j) is refused: %s', (name, args, message) => {
  const call = values[name] as (...all: readonly unknown[]) => unknown;
  expect(said(() => call(...args))).toBe(`Error: ${name}: ${message}`);
});

test('a section says under which name it is shared only where it has one', () => {
  expect(Object.keys(values.section('S.', {}))).toEqual(['kind', 'description', 'children']);
  expect(values.section('S.', {}, 'one')).toMatchObject({ sharedAs: 'one' });
});
