import * as vm from 'node:vm';
import * as algebra from '../../src/engine/expr';
import { Manifest } from '../../src/engine/border';
import { renderHelmChart } from '../../src/engine/helm';
import {
  type Handles,
  bool,
  labels,
  manifestList,
  manifestMap,
  int,
  optionalInt,
  section,
  symbolicHandles,
  text,
  textList,
} from '../../src/engine/values';
import { codeIn, page, tablesOf } from './markdown';

/** The values that the examples read. */
const VALUES = section('Values.', {
  name: text({ description: 'A text.', default: '' }),
  enabled: bool({ description: 'A switch.', default: true }),
  port: optionalInt({ description: 'A number.', default: '' }),
  count: int({ description: 'A number.', default: 1 }),
  labels: labels({ description: 'A map.', default: {} }),
  hosts: textList({ description: 'A list of texts.', default: [] }),
  variables: manifestMap('k8s.EnvVar', { description: 'A map of maps.', default: {}, names: 'word' }),
  containers: manifestList('k8s.Container', { description: 'A list of named items.', default: [] }),
});

/** Every operation; the compiler knows when one is missing here. */
const OPERATIONS: Readonly<Record<algebra.Op['op'], true>> = {
  literal: true,
  ref: true,
  builtin: true,
  variable: true,
  interpolate: true,
  firstNonEmpty: true,
  ifElse: true,
  equals: true,
  atMost: true,
  hasItem: true,
  textsAt: true,
  firstText: true,
  not: true,
  and: true,
  or: true,
  isSet: true,
  nonEmpty: true,
  shortenName: true,
  replaceEnding: true,
  fileText: true,
  namedTemplate: true,
  optional: true,
  merge: true,
  concat: true,
  mergeByName: true,
  namedItems: true,
  each: true,
  call: true,
};

function tableOf(column: string): ReturnType<typeof tablesOf>[number] {
  return tablesOf(page('docs/architecture.md')).find(([row]) => row !== undefined && column in row) ?? [];
}

const rows = tableOf('Operation');
const functions = tableOf('Function');

/** The code in a cell. */
function codeOf(row: Readonly<Record<string, string>>, column: string): string {
  return codeIn(row[column] ?? '')[0] ?? '';
}

function evaluateExample(code: string, values: Handles<typeof VALUES>): algebra.Expr {
  return vm.runInNewContext(code, { ...algebra, values }) as algebra.Expr;
}

/** The example as the field of an object, printed. */
function printed(code: string): string {
  const files = renderHelmChart({
    metadata: { name: 'example', version: '0.1.0', description: 'An example' },
    values: VALUES,
    build: (chart, values) => {
      const field = evaluateExample(code, values);
      const isCollection = field.type === 'map' || field.type === 'list';
      const spec = { always: 'there', field: isCollection ? algebra.unlessEmpty(field) : field };
      new Manifest(chart, 'Example', { apiVersion: 'v1', kind: 'Example', metadata: { name: 'example' }, spec });
    },
  });
  return files.get('templates/example.yaml') ?? '';
}

describe('the table of operations in docs/architecture.md', () => {
  test('has a row for each operation of the algebra', () => {
    expect(rows.map((row) => codeOf(row, 'Operation'))).toEqual(Object.keys(OPERATIONS));
  });

  test.each(rows.map((row) => [codeOf(row, 'Operation'), codeOf(row, 'Example')]))(
    'shows for %s one of it: %s',
    (op, code) => {
      const { node } = evaluateExample(code, symbolicHandles(VALUES));
      const shown = op === 'variable' && node.op === 'each' ? (node.body as algebra.Expr).node.op : node.op;
      expect(shown).toBe(op);
    },
  );

  test.each([...rows, ...functions].map((row) => [codeOf(row, 'Example'), codeOf(row, 'In the template')]))(
    'says that %s is printed as %s',
    (example, template) => {
      expect(printed(example)).toContain(template);
    },
  );
});

describe('the table of functions of values there', () => {
  test('has each in one row', () => {
    const named = functions.flatMap((row) => codeIn(row['Function'] ?? ''));
    expect(named).toEqual(Object.keys(algebra.FUNCTIONS));
  });

  test.each(functions.map((row) => [codeIn(row['Function'] ?? ''), codeOf(row, 'Example')] as const))(
    'shows one of %j: %s',
    (names, code) => {
      const { node } = evaluateExample(code, symbolicHandles(VALUES));
      expect(names).toContain(node.op === 'call' ? node.name : '');
    },
  );
});
