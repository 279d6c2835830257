import { CODER_VALUES } from '../../support/coder-values';
import { share } from '../../support/share';
import { printSchema } from '../../../src/engine/helm/schema-json';
import {
  ANY_TEXT,
  type Children,
  type JsonSchema,
  type Section,
  at,
  bool,
  int,
  leavesOf,
  manifestList,
  section,
  text,
  valuesSchema,
} from '../../../src/engine/values';

/** Lines of the printed schema; the comma after an entry depends on whether another follows. */
function linesOf(values: Section): readonly string[] {
  return printSchema(valuesSchema(values))
    .split('\n')
    .map((line) => line.replace(/,$/, ''));
}

/** A section with a child put somewhere among the children of the section at a path. */
function withChild(node: Section, path: readonly string[], place: number, added: Children): Section {
  const [key, ...rest] = path;
  const children = Object.entries(node.children);
  if (key === undefined)
    return { ...node, children: Object.fromEntries(children.toSpliced(place, 0, ...Object.entries(added))) };
  const inner = children.map(([name, child]) => [
    name,
    name === key && child.kind === 'section' ? withChild(child, rest, place, added) : child,
  ]);
  return { ...node, children: Object.fromEntries(inner) as Children };
}

function sectionsOf(node: Section, path: readonly string[] = []): readonly (readonly string[])[] {
  const nested = Object.entries(node.children).flatMap(([key, child]) =>
    child.kind === 'section' && child.sharedAs === undefined ? sectionsOf(child, [...path, key]) : [],
  );
  return [path, ...nested];
}

/** Old lines that are gone, and new ones. */
function changes(
  before: readonly string[],
  after: readonly string[],
): readonly [gone: readonly string[], come: number] {
  let next = 0;
  const gone = before.filter((line) => {
    const found = after.indexOf(line, next);
    if (found >= 0) next = found + 1;
    return found < 0;
  });
  return [gone, after.length - before.length];
}

describe('the schema of values changes in its own lines only, when there is one more', () => {
  const before = linesOf(CODER_VALUES);
  const one = bool({ description: 'One more.', default: true });
  const rare = int({ description: 'One more.', default: 7, min: 7, max: 77 });

  test.each([
    ['value of a kind that others have', { oneMore: one }, 1],
    ['value of a kind of its own', { oneMore: rare }, 1],
    ['section', { oneMore: section('One more.', { enabled: one }) }, 3],
  ])('%s, in each section, at one end of it', (_, added, lines) => {
    for (const [i, path] of share([...sectionsOf(CODER_VALUES).entries()], 4, lines)) {
      const after = linesOf(withChild(CODER_VALUES, path, i % 2 === 0 ? 0 : Infinity, added));
      expect([path, ...changes(before, after)]).toEqual([path, [], lines]);
    }
  });

  test('value of a kind that one other alone has: that one changes too', () => {
    const image = text({ description: 'One more.', default: 'a', format: 'imageTag' });
    const [gone, come] = changes(before, linesOf(withChild(CODER_VALUES, [], 0, { oneMore: image })));
    expect([gone.length, gone[0], come]).toEqual([1, expect.stringContaining('"tag":'), 2]);
  });
});

/** What an editor shows for a schema: what is beside a reference wins over what is referred to. */
function shown(schema: JsonSchema, definitions: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const { $ref, ...own } = schema;
  if ($ref === undefined) return own;
  return { ...shown(definitions[$ref.replace('#/$defs/', '')] ?? {}, definitions), ...own };
}

describe('an editor finds in the schema', () => {
  const { $defs: definitions = {}, ...root } = valuesSchema(CODER_VALUES);
  const place = (path: readonly string[]): readonly JsonSchema[] =>
    path.reduce<readonly JsonSchema[]>(
      (above, key) => [...above, shown(above.at(-1)?.properties?.[key] ?? {}, definitions)],
      [root],
    );

  const values = leavesOf(CODER_VALUES);

  test('the description and the default of every value', () => {
    const found = values.map(({ path }) => {
      const [own = {}, above = {}] = place(path).toReversed();
      return [path, own.description, at(above.default, path.slice(-1)) ?? own.default];
    });
    expect(found).toEqual(values.map(({ path, leaf }) => [path, leaf.description, leaf.default]));
  });

  test('what is allowed there: values to choose from, or a title or a pattern that says it', () => {
    const simple = values.filter(({ leaf }) => !['list', 'map', 'boolean'].includes(leaf.type));
    expect(simple.length).toBeGreaterThan(100);
    for (const { path, leaf } of simple) {
      const { type, enum: of, title = '' } = leaf.schema;
      const found = place(path).at(-1) ?? {};
      expect([path, found]).toMatchObject([path, of === undefined ? { type } : { enum: of }]);
      const said = found.title ?? found.pattern?.replaceAll('\\', '') ?? JSON.stringify(found.enum);
      expect([path, said]).toEqual([path, of === undefined ? expect.stringContaining(title) : JSON.stringify(of)]);
    }
  });
});

describe('kinds of values that differ', () => {
  const options = { description: 'Things.', default: [] };

  test('but have one name are refused', () => {
    const values = section('Values.', {
      some: manifestList('Thing', { ...options, fields: { a: ANY_TEXT } }),
      others: manifestList('Thing', { ...options, fields: { b: ANY_TEXT } }),
    });
    expect(() => valuesSchema(values)).toThrow(
      'two schemas that differ are both called "Thing-list": give one of them another definition',
    );
  });

  test('are refused too where values that differ are shared under one name', () => {
    const values = section('Values.', {
      some: text({ description: 'One.', default: '', sharedAs: 'one' }),
      other: text({ description: 'Other.', default: '', sharedAs: 'one' }),
    });
    expect(() => valuesSchema(values)).toThrow('both called "one"');
  });
});
