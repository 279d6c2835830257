import { Construct, type IConstruct } from 'constructs';
import { Manifest } from '../../../src/engine/border';
import {
  type Expr,
  type TreeMap,
  concat,
  each,
  fileText,
  interpolate,
  namedTemplate,
  ref,
  shortenName,
} from '../../../src/engine/expr';
import { type HelmChartProps, renderHelmChart } from '../../../src/engine/helm';
import { section } from '../../../src/engine/values';
import { LEAST, VALUES, chart } from './charts';

const PROPS: HelmChartProps<typeof VALUES.children> = { metadata: LEAST, values: VALUES, build: () => undefined };

/** What only a program without types can give, and what is said of it. */
const WRONG: readonly (readonly [message: string, props: unknown])[] = [
  ['renderHelmChart: props: expected a map, got undefined', undefined],
  ['metadata: expected a map, got "web"', { ...PROPS, metadata: 'web' }],
  ['values: expected a section, got a map', { ...PROPS, values: {} }],
  ['build: expected a function, got undefined', { ...PROPS, build: undefined }],
  ['notes: expected a function, got "Hello."', { ...PROPS, notes: 'Hello.' }],
  [
    'notes: expected a function that returns a value of the algebra, got a function',
    { ...PROPS, notes: () => 'Hello.' },
  ],
  ['files: expected a Map of texts, got a map', { ...PROPS, files: { 'README.md': 'Read me.' } }],
];

test.each(WRONG)('a chart is refused: %s', (message, props) => {
  expect(() => renderHelmChart(props as never)).toThrow(new Error(message));
});

describe('the files of a chart', () => {
  test('are its own, those that templates read, and those that are given, in this order', () => {
    const files = renderHelmChart({
      ...PROPS,
      files: new Map([['README.md', 'Read me.']]),
      build: (inner, { count }) => {
        const data = { a: fileText('files/a.txt', 'a @{b}', { '@{b}': interpolate`${count}` }) };
        new Manifest(inner, 'Map', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'own' }, data });
      },
    });
    expect([...files.keys()].slice(-4)).toEqual([
      'templates/_defaults.tpl',
      'templates/_helpers.tpl',
      'files/a.txt',
      'README.md',
    ]);
    expect([files.get('files/a.txt'), files.get('README.md')]).toEqual(['a @{b}', 'Read me.']);
    expect(files.get('.helmignore')).toMatch(/^# Not part of a packaged chart\.\n(\S+\n)+$/);
    expect(files.get('.helmignore')?.split('\n')).toEqual(
      expect.arrayContaining(['.git/', '*.tgz', '*.swp', '.DS_Store']),
    );
  });

  test('have one text each: a template that reads a file of another text is refused', () => {
    const twice = (other: string): unknown =>
      renderHelmChart({
        ...PROPS,
        build: (inner, { count }) => {
          const holes = { '@{b}': interpolate`${count}` };
          const data = { a: fileText('a.txt', '@{b}', holes), b: fileText('a.txt', other, holes) };
          new Manifest(inner, 'Map', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'own' }, data });
        },
      });
    expect(() => twice('b @{b}')).toThrow(new Error('two files of the chart are called a.txt'));
    expect(() => twice('@{b}')).not.toThrow();
  });

  test('have no notes where none are said, and end them with one line end', () => {
    expect(chart(LEAST).has('templates/NOTES.txt')).toBe(false);
    const notes = renderHelmChart({ ...PROPS, notes: () => interpolate`Hello {{ a }}.${'\n\n'}` }).get(
      'templates/NOTES.txt',
    );
    expect(notes).toBe('{{- include "web.cdk8s.defaults" . }}\nHello {{ "{{" }} a }}.\n');
  });
});

test('named templates are in order of name, each once', () => {
  const files = renderHelmChart({
    ...PROPS,
    build: (inner, { count }) => {
      const named = (name: string): unknown => namedTemplate(name, interpolate`${name} ${count}`);
      const data = { a: named('z'), b: named('b'), c: named('z'), d: named('a') };
      new Manifest(inner, 'Map', {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'own' },
        data: data as never,
      });
    },
  });
  expect(files.get('templates/_helpers.tpl')).toBe(
    ['a', 'b', 'z']
      .map((name) => `{{- define "web.cdk8s.${name}" -}}\n${name} {{ int64 .Values.count }}\n{{- end }}\n`)
      .join('\n'),
  );
});

const NAMES_OF = ref<readonly string[]>(['names'], 'list');
const TAKEN = 'namedTemplate: name: expected a name that nothing else in the chart has, got ';

test.each<readonly [message: string, data: (count: Expr<number>) => TreeMap]>([
  [
    `${TAKEN}"a"`,
    (count) => ({ a: namedTemplate('a', interpolate`1 ${count}`), b: namedTemplate('a', interpolate`2 ${count}`) }),
  ],
  [
    `${TAKEN}"shortenName"`,
    (count) => ({
      a: shortenName(interpolate`a${count}`, 20),
      b: namedTemplate('shortenName', interpolate`${count}`),
    }),
  ],
  [
    'namedTemplate: expected an expression without the item of a loop around it',
    () => ({
      a: concat(
        ['b'],
        each(NAMES_OF, 'string', (name) => namedTemplate('a', interpolate`x${name}`)),
      ),
    }),
  ],
])('a named template is refused: %s', (message, data) => {
  const files = (): unknown =>
    renderHelmChart({
      ...PROPS,
      isProven: true,
      build: (inner, { count }) => {
        new Manifest(inner, 'Map', { apiVersion: 'v1', kind: 'A', metadata: { name: 'own' }, spec: data(count) });
      },
    });
  expect(files).toThrow(message);
});

/** Ids of constructs from the outermost, and the name of the template of each. */
const NAMES: readonly (readonly [title: string, ids: readonly string[], files: readonly string[]])[] = [
  ['the inner id', ['a/b', 'c/d'], ['b', 'd']],
  ['as many ids as tell it apart', ['a/b', 'c/b', 'd'], ['a-b', 'c-b', 'd']],
  ['no id that says nothing', ['a/Resource', 'b/Default', 'c/Resource/d'], ['a', 'b', 'd']],
  [
    'words and numbers in lower case',
    ['FirstThing', 'aHTTPServer2Go', 'x_y.z'],
    ['first-thing', 'a-httpserver2-go', 'x-y-z'],
  ],
  ['a number where nothing else tells it apart', ['a/Resource', 'a/Default'], ['a-0', 'a-1']],
  ['a number where a longer path ends like it', ['a/b', 'b', 'c'], ['a-b', 'b-1', 'c']],
  ['all ids where only letters differ', ['a/b', 'A/b', 'c/a/b'], ['a-b-0', 'a-b-1', 'c-a-b']],
];

test.each(NAMES)('a template is called by %s', (_, ids, names) => {
  const files = renderHelmChart({
    ...PROPS,
    build: (inner) => {
      for (const path of ids) {
        const keys = path.split('/');
        const scope = keys
          .slice(0, -1)
          .reduce<IConstruct>((above, id) => above.node.tryFindChild(id) ?? new Construct(above, id), inner);
        new Manifest(scope, keys.at(-1) ?? '', { apiVersion: 'v1', kind: 'A', metadata: { name: 'a' } });
      }
    },
  });
  const found = [...files.keys()].flatMap((file) => /^templates\/(.+)\.yaml$/.exec(file)?.[1] ?? []);
  expect(found).toEqual(names);
});

test('a schema is one line a value and one a definition, in ASCII', () => {
  const schema =
    chart(LEAST, section('\u00e9\u2028\ufeff.', { ...VALUES.children, inner: section('Inner.', VALUES.children) })).get(
      'values.schema.json',
    ) ?? '';
  expect(schema).toMatch(/^[\n\x20-\x7e]*$/);
  expect(schema).toContain('"description":"\\u00e9\\u2028\\ufeff."');
  expect(schema.split('\n').map((line) => /^\W*\w*/.exec(line)?.[0])).toEqual([
    ...['{"$schema', '"count', '"inner', '"count', '}},', '"global', '"enabled', '},', '"definitions'],
    ...['"int', '"json', '}}', ''],
  ]);
  expect(JSON.parse(schema)).toHaveProperty('properties.inner.properties.count');
});
