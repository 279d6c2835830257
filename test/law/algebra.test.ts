import { capture } from '../../src/engine/border';
import type { Json } from '../../src/engine/expr';
import { GO_SYNTAX, type GoSyntax, renderHelmChart, symbolicObjects } from '../../src/engine/helm';
import type { Files } from '../../src/engine/output';
import { concreteHandles, leavesOf } from '../../src/engine/values';
import { ALGEBRA_VALUES, COLLISIONS, buildAlgebra } from '../support/algebra';
import { once } from '../support/arbitraries';
import { cover } from '../support/cover';
import { type HelmMajor, firstFound, writeChart } from '../support/helm';
import { type Case, cases, disagreements, environmentOf } from '../support/law';
import { type Objects, byKey, canonical, interpret } from '../support/manifests';
import { count, seedAt, share } from '../support/share';
import { without } from '../support/values';

const SYMBOLIC = symbolicObjects({ values: ALGEBRA_VALUES, build: buildAlgebra });
const CASES: readonly Case[] = [
  { release: 'a', namespace: 'a', values: COLLISIONS },
  ...cover(ALGEBRA_VALUES, SYMBOLIC, { seed: seedAt(11), presence: 0.6 }).cases,
  ...cases(ALGEBRA_VALUES, count({ few: 5, many: 40 }), { seed: seedAt(12), presence: 0.4 }),
  ...cases(ALGEBRA_VALUES, count({ few: 5, many: 40 }), { seed: seedAt(13), presence: 0.9 }),
];

function chartWith(syntax: GoSyntax): Files {
  const metadata = { name: 'thing', version: '0.1.0', description: 'A thing' };
  return renderHelmChart({ metadata, values: ALGEBRA_VALUES, build: buildAlgebra, syntax, isProven: true });
}

const CHART = chartWith(GO_SYNTAX);

const meanings = once((one: Case): { readonly folded: Objects; readonly interpreted: Objects } => {
  const placement = { releaseName: one.release, namespace: one.namespace };
  const objects = capture((chart) => {
    buildAlgebra(chart, concreteHandles(ALGEBRA_VALUES, one.values), {
      releaseName: one.release,
      namespace: one.namespace,
    });
  }, placement);
  const interpreted = interpret(SYMBOLIC, environmentOf(ALGEBRA_VALUES, one));
  return { folded: byKey(objects.map(({ tree }) => tree as Json)), interpreted };
});

async function disagreement(files: Files, major: HelmMajor, some: readonly Case[] = CASES): Promise<readonly string[]> {
  const chart = writeChart(files);
  const found = await firstFound(some, (one) => disagreements(major, chart, one, meanings(one)));
  return found.slice(0, 5);
}

describe('every operation of the algebra', () => {
  test.each(['helm3', 'helm4'] as const)('means the same folded, interpreted and under %s', async (major) => {
    const some = share(CASES, 2, major === 'helm3' ? 0 : 1);
    expect(await disagreement(CHART, major, some)).toEqual([]);
  });

  test('is reached by a value', () => {
    const outputOf = (one: Case): string => canonical(interpret(SYMBOLIC, environmentOf(ALGEBRA_VALUES, one)));
    const silent = leavesOf(ALGEBRA_VALUES).filter(
      ({ path }) => !CASES.some((one) => outputOf(one) !== outputOf({ ...one, values: without(one.values, path) })),
    );
    expect(silent.map(({ path }) => path.join('.'))).toEqual([]);
  });
});

/** Ways to print one operation wrongly. */
const FAULTS: Readonly<Record<string, Partial<GoSyntax>>> = {
  'texts without quotes': { scalar: { ...GO_SYNTAX.scalar, string: (value) => `{{ ${value} }}` } },
  'integers as floats': { scalar: { ...GO_SYNTAX.scalar, integer: (value) => `{{ ${value} }}` } },
  'numbers as integers': { scalar: { ...GO_SYNTAX.scalar, number: (value) => `{{ ${value} | int64 }}` } },
  'booleans as texts': { scalar: { ...GO_SYNTAX.scalar, boolean: (value) => `{{ ${value} | quote }}` } },
  'blocks at the wrong indent': { block: (value, indent) => GO_SYNTAX.block(value, indent - 2) },
  'arguments of a text in reverse': { format: (format, args) => GO_SYNTAX.format(format, [...args].reverse()) },
  'the last text that is not empty': { firstNonEmpty: (options) => GO_SYNTAX.firstNonEmpty([...options].reverse()) },
  'the other of two scalars': {
    ternary: (then, otherwise, condition) => GO_SYNTAX.ternary(otherwise, then, condition),
  },
  'inequality for equality': { equals: (left, right) => `ne ${left} ${right}` },
  'a condition for its opposite': { not: (condition) => `and ${condition}` },
  'or for and': { and: GO_SYNTAX.or },
  'and for or': { or: GO_SYNTAX.and },
  'every value set': { isSet: () => 'eq 1 1' },
  'zero not set': { isSet: (value) => `not (empty ${value})` },
  'empty for not empty': { nonEmpty: (collection) => `empty ${collection}` },
  'fixed keys twice': { omit: (map) => `omit ${map}` },
  'markers left in a file': { replace: (_, value) => `replace "" ${value}` },
  'the lists in reverse': { concat: (lists) => GO_SYNTAX.concat([...lists].reverse()) },
};

/** Ways to print a function of values wrongly; the compiler knows when one has none. */
const FUNCTION_FAULTS: GoSyntax['functions'] = {
  base64: ([text]) => `b32enc ${text}`,
  sha256: ([text]) => `sha1sum ${text}`,
  lower: ([text]) => `lower ${text}`,
  upper: ([text]) => `upper ${text}`,
  trim: ([text]) => `regexReplaceAll "^[ \\t\\n]+|[ \\t\\n]+$" ${text} ""`,
  truncate: ([text, max]) => `trunc ${max} ${text}`,
  replace: ([text, search, by]) => `regexReplaceAll ${search} ${text} ${by}`,
  split: ([text, separator]) => `without (splitList ${separator} ${text}) ""`,
  join: ([texts, separator]) => `join ${separator} (reverse ${texts})`,
  contains: ([text, part]) => `contains ${text} ${part}`,
  startsWith: ([text, start]) => `contains ${start} ${text}`,
  endsWith: ([text, end]) => `contains ${end} ${text}`,
  hasKey: ([map, key]) => `contains ${key} (toJson ${map})`,
  textAt: ([map, key, fallback]) => `get ${map} ${key} | default ${fallback}`,
  add: ([a, b]) => `add ${a} ${b}`,
  subtract: ([a, b]) => `sub ${a} ${b}`,
  multiply: ([a, b]) => `mul ${a} ${b}`,
  divide: ([a, b]) => `floor (divf ${a} (ternary 1 ${b} (eq (int64 ${b}) 0))) | int64`,
  modulo: ([a, b]) => `mod ${a} (ternary 1 ${b} (eq (int64 ${b}) 0)) | abs`,
  min: ([a, b]) => `max ${a} ${b}`,
  max: ([a, b]) => `min ${a} ${b}`,
  lessThan: ([a, b]) => `le ${a} ${b}`,
  quantityIn: ([quantity]) => `int64 (regexFind "^[0-9]+" ${quantity})`,
  toJson: ([data]) => `toJson ${data}`,
  toYaml: ([data]) => `toYaml ${data}`,
};

/** Ways to get a named template wrong: what is replaced, and by what. */
const HELPER_FAULTS: Readonly<Record<string, readonly [file: string, right: string, wrong: string]>> = {
  'the first of several maps wins': [
    '_helpers.tpl',
    'set $merged $key $value',
    'set $merged $key (get $merged $key | default $value)',
  ],
  'the first of several items wins': [
    '_helpers.tpl',
    'set $items $name $item',
    'set $items $name (get $items $name | default $item)',
  ],
  'entries without their keys': ['_helpers.tpl', 'set (omit $item "name") "name" $name | toJson', '$item | toJson'],
  'entries whose own name wins': [
    '_helpers.tpl',
    'set (omit $item "name") "name" $name | toJson',
    'merge (dict) $item (dict "name" $name) | toJson',
  ],
  'long names cut without a hash': ['_helpers.tpl', '-{{ sha256sum $name | trunc 8 }}', ''],
  'numbers without their units': ['_helpers.tpl', '(get $units (trimPrefix $number $piece) | default "0")', '1'],
  'any item for the one with the text': ['_helpers.tpl', '(eq (toJson (get $item $field)) (toJson $text))', '$text'],
  'the texts of the first item alone': [
    '_helpers.tpl',
    '{{- $break }}{{ $texts }}',
    '{{- if eq $break "[" }}{{ $break }}{{ $texts }}{{ end }}',
  ],
  'every text that others have': ['_helpers.tpl', 'and $isOpen (eq', 'and true (eq'],
  'endings added instead of replaced': ['_helpers.tpl', '(trimSuffix $ending $text)', '$text'],
  'percentages without quotes': ['_helpers.tpl', '{{- quote . }}', '{{- . }}'],
  'keys of a map without quotes': ['_helpers.tpl', 'printf "%s%q:%s" $break $key', 'printf "%s%s:%s" $break $key'],
  'items of a list at the wrong indent': ['_helpers.tpl', 'indent 2 | trimPrefix "  "', 'trim'],
  'letters of all languages in lower case': ['_helpers.tpl', '"[A-Z]+|[^A-Z]+"', '"(?s).+"'],
  'texts in YAML as they are': ['_helpers.tpl', '{{- toRawJson . }}', '{{- . }}'],
  'data of the item of another loop': ['thing.yaml', '"item0" $item', '"item0" $.Values.word'],
  'false taken for a missing value': ['_defaults.tpl', 'kindIs "invalid" $value', 'empty $value'],
};

describe('the equivalence test notices', () => {
  test.each(Object.entries(FAULTS))('%s', async (_, fault) => {
    expect(await disagreement(chartWith({ ...GO_SYNTAX, ...fault }), 'helm3')).not.toEqual([]);
  });

  test.each(Object.entries(FUNCTION_FAULTS))('%s printed as something else', async (name, fault) => {
    const functions = { ...GO_SYNTAX.functions, [name]: fault };
    expect(await disagreement(chartWith({ ...GO_SYNTAX, functions }), 'helm3')).not.toEqual([]);
  });

  test.each(Object.entries(HELPER_FAULTS))('%s', async (_, [file, right, wrong]) => {
    const files = new Map(CHART);
    const text = files.get(`templates/${file}`) ?? '';
    expect(text).toContain(right);
    files.set(`templates/${file}`, text.replaceAll(right, wrong));
    expect(await disagreement(files, 'helm3')).not.toEqual([]);
  });
});
