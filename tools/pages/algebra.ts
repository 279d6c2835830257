import * as path from 'node:path';
import * as vm from 'node:vm';
import { Manifest } from '../../src/engine/border';
import * as algebra from '../../src/engine/expr';
import { renderHelmChart } from '../../src/engine/helm';
import {
  type Handles,
  bool,
  int,
  labels,
  manifestList,
  manifestMap,
  optionalInt,
  section,
  text,
  textList,
} from '../../src/engine/values';
import { markdown } from '../../src/observability/mixin';
import { type Exported, publicSurface } from './surface';

const { cell, code, page, table } = markdown;

export const ALGEBRA_PAGE = 'docs/reference/algebra.md';

/** The values that the examples read. */
export const EXAMPLE_VALUES = section('Values.', {
  name: text({ description: 'A text.', default: '' }),
  enabled: bool({ description: 'A switch.', default: true }),
  port: optionalInt({ description: 'A number, or none.', default: '' }),
  count: int({ description: 'A number.', default: 1 }),
  labels: labels({ description: 'A map of texts.', default: {} }),
  hosts: textList({ description: 'A list of texts.', default: [] }),
  variables: manifestMap('k8s.EnvVar', { description: 'A map of maps.', default: {}, names: 'word' }),
  containers: manifestList('k8s.Container', { description: 'A list of named maps.', default: [] }),
});

/** A function of the algebra, as its doc comment says. */
export interface AlgebraFunction {
  readonly name: string;
  readonly group: string;
  readonly meaning: string;
  readonly odd: string;
  readonly example: string;
}

const ROOM = 'src/engine/expr';

/** Headings, and the files whose functions are below each. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  'Values and facts': ['basics'],
  Conditions: ['conditions'],
  Texts: ['texts', 'words'],
  Numbers: ['integers'],
  'Maps and lists': ['collections', 'lookups'],
  Documents: ['encodings', 'ini'],
};

/** What makes an `Expr` is of the algebra. */
function isOfAlgebra({ source, declarations }: Exported): boolean {
  return path.dirname(source) === ROOM && declarations.some((one) => /^function [^]*\): Expr<[^]*;$/.test(one));
}

/**
 * The functions of the algebra that the package in `root` exports.
 *
 * @throws Error when one of them has no example, or is in a file without a heading.
 */
export function algebraFunctions(root: string): readonly AlgebraFunction[] {
  const engine = publicSurface(root).find(({ specifier }) => specifier === 'cdk8s-coder/engine');
  return (engine?.exported ?? []).filter(isOfAlgebra).map(described);
}

/** What the doc comment of a function says. */
export function described({ name, source, comment }: Exported): AlgebraFunction {
  const file = path.basename(source, '.ts');
  const [group] = Object.entries(GROUPS).find(([, files]) => files.includes(file)) ?? [];
  if (group === undefined) throw new Error(`${source}: expected a file that tools/pages/algebra.ts has a heading for`);
  const [meaning = '', ...tags] = comment.split(/^(?=@\w+)/m).map((part) => part.trim().replaceAll(/\s+/g, ' '));
  const tagged = (tag: string): readonly string[] =>
    tags.filter((one) => one.startsWith(`@${tag} `)).map((one) => one.slice(tag.length + 2));
  const [example] = tagged('example');
  if (example === undefined) throw new Error(`${source}: expected an @example of ${name}, got none`);
  const refused = tagged('throws').map((when) => `Refused ${when.replace(/^Error /, '')}`);
  return { name, group, meaning, odd: [...tagged('remarks'), ...refused].join(' '), example };
}

/** What an example is, given handles of its values. */
export function evaluateExample(example: string, values: Handles<typeof EXAMPLE_VALUES>): algebra.Expr {
  return vm.runInNewContext(example, { ...algebra, values }) as algebra.Expr;
}

/** An example in a template, as the value of a field. */
function printedExample(example: string): string {
  const files = renderHelmChart({
    metadata: { name: 'example', version: '0.1.0', description: 'An example' },
    values: EXAMPLE_VALUES,
    // Examples only pass values on.
    isProven: true,
    build: (chart, values) => {
      const field = evaluateExample(example, values);
      const mayBeEmpty = ['map', 'list'].includes(field.type) && field.node.op !== 'optional';
      const spec = { always: 'there', field: mayBeEmpty ? algebra.unlessEmpty(field) : field };
      new Manifest(chart, 'Example', { apiVersion: 'v1', kind: 'Example', metadata: { name: 'example' }, spec });
    },
  });
  const template = files.get('templates/example.yaml') ?? '';
  const lines = template.slice(template.indexOf('always: there')).split('\n').slice(1, -2);
  return lines.map((line) => line.slice(2)).join('\n');
}

/** The page about the functions of the algebra. */
export function algebraPage(root: string): string {
  const functions = algebraFunctions(root);
  const parts = Object.keys(GROUPS).map((heading) => ({
    heading,
    of: functions.filter(({ group }) => group === heading),
  }));
  return page(
    '# The algebra',
    'The functions of `cdk8s-coder/engine` that make values of values: with known ones they compute, and with those that only Helm knows they become a part of the template, which means the same. Generated from `src/engine/expr` by `npm start`.',
    'Below each table are an example of each function and what it becomes in a template. All are total: no value makes one of them fail while Helm renders. What they refuse, they refuse while the chart is generated, in one line. Integers are values of at most 32 bits, as most of Kubernetes has them, or what these functions compute.',
    parts.flatMap(({ heading, of }) => [`## ${heading}`, table(HEADS, of.map(rowOf)), examplesOf(of)]),
  );
}

const HEADS = ['Function', 'What it is', 'Odd inputs'];

function rowOf({ name, meaning, odd }: AlgebraFunction): readonly string[] {
  return [code(name), cell(meaning), cell(odd)];
}

function examplesOf(functions: readonly AlgebraFunction[]): string {
  const shown = functions.map(({ example }) => `// ${example}\n${printedExample(example)}`);
  return `\`\`\`gotmpl\n${shown.join('\n\n')}\n\`\`\``;
}
