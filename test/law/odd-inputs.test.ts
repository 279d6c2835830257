import type { Chart } from 'cdk8s';
import { Manifest } from '../../src/engine/border';
import * as algebra from '../../src/engine/expr';
import { type HelmChartProps, renderHelmChart } from '../../src/engine/helm';
import { renderManifests } from '../../src/engine/synth';
import { type Handles, int, labels, manifestList, section, text, textList } from '../../src/engine/values';
import { type HelmMajor, helmTemplate, writeChart } from '../support/helm';
import { type Objects, parseObjects } from '../support/manifests';

const VALUES = section('Odd values.', {
  empty: text({ description: 'A text.', default: '' }),
  spaces: text({ description: 'A text.', default: '  ' }),
  accents: text({ description: 'A text.', default: '\u00c9a' }),
  decomposed: text({ description: 'A text.', default: 'E\u0301a' }),
  smile: text({ description: 'A text.', default: '\u{1f600}a' }),
  long: text({ description: 'A text.', default: 'x'.repeat(100) }),
  zero: int({ description: 'A number.', default: 0 }),
  many: int({ description: 'A number.', default: 2_147_483_647 }),
  map: labels({ description: 'A map.', default: { 'a.b': 'c' } }),
  none: textList({ description: 'A list.', default: [] }),
  nameless: manifestList('k8s.Container', { description: 'A list.', default: [{ image: 'a' }, { image: 'b' }] }),
});
type Values = Handles<typeof VALUES>;

/** What docs/reference/algebra.md says of odd inputs: the value, and what it is. */
const ODD: Readonly<Record<string, readonly [value: (values: Values) => algebra.Tree, is: algebra.Json]>> = {
  firstNonEmpty: [({ spaces }) => algebra.firstNonEmpty(spaces, 'web'), '  '],
  equals: [({ accents, decomposed }) => algebra.equals(accents, decomposed), false],
  equalsCase: [({ smile }) => algebra.equals(smile, '\u{1f600}A'), false],
  atMost: [({ spaces }) => algebra.atMost(spaces, '0', { '': '1' }), true],
  atMostTooLarge: [({ empty }) => algebra.atMost(algebra.interpolate`1e999${empty}`, '0', { '': '1' }), true],
  isSetZero: [({ zero }) => algebra.isSet(zero), true],
  isSetSpaces: [({ spaces }) => algebra.isSet(spaces), true],
  ifSet: [({ zero }) => algebra.ifSet(zero), 0],
  base64: [({ long }) => algebra.base64(long), Buffer.from('x'.repeat(100)).toString('base64')],
  toJson: [({ spaces }) => algebra.toJson({ a: algebra.interpolate`<&>${spaces}` }), '{"a":"<&>  "}'],
  lower: [({ accents }) => algebra.lower(accents), '\u00c9a'],
  upper: [({ accents }) => algebra.upper(accents), '\u00c9A'],
  trim: [({ smile }) => algebra.trim(algebra.interpolate`\u0085${smile}\ufeff`), '\u{1f600}a\ufeff'],
  truncate: [({ smile }) => algebra.truncate(smile, 1), '\u{1f600}'],
  split: [({ empty }) => algebra.split(empty, ','), ['']],
  join: [({ none }) => algebra.join(none, ','), ''],
  contains: [({ smile, empty }) => algebra.contains(smile, empty), true],
  startsWith: [({ smile, empty }) => algebra.startsWith(smile, empty), true],
  endsWith: [({ smile, empty }) => algebra.endsWith(smile, empty), true],
  add: [({ many }) => algebra.add(algebra.multiply(many, many), many), Number.MAX_SAFE_INTEGER],
  subtract: [({ many }) => algebra.subtract(algebra.multiply(many, -2_147_483_647), many), -Number.MAX_SAFE_INTEGER],
  multiply: [({ many }) => algebra.multiply(many, many), Number.MAX_SAFE_INTEGER],
  divide: [({ many, zero }) => algebra.divide(many, zero), 0],
  modulo: [({ many, zero }) => algebra.modulo(many, zero), 0],
  quantityIn: [({ spaces }) => algebra.quantityIn(spaces, 'Mi'), 0],
  replaceEnding: [({ smile }) => algebra.replaceEnding(smile, { Gi: '' }), '\u{1f600}a'],
  textsAt: [({ nameless }) => algebra.concat(['own'], algebra.textsAt(nameless, ['name'])), ['own']],
  hasKey: [({ map }) => algebra.hasKey(map, 'a.b'), true],
  hasKeyOfPath: [({ map }) => algebra.hasKey(map, 'a'), false],
  mergeByName: [({ nameless }) => algebra.mergeByName([{ name: 'own' }], nameless), [{ name: 'own' }, { image: 'b' }]],
};

const FIELDS = Object.entries(ODD);
const MODEL: HelmChartProps<(typeof VALUES)['children']> = {
  metadata: { name: 'odd', version: '1.0.0', description: 'Odd inputs' },
  values: VALUES,
  build: (chart: Chart, values) => {
    const spec = Object.fromEntries(FIELDS.map(([field, [make]]) => [field, make(values)]));
    new Manifest(chart, 'Odd', { apiVersion: 'v1', kind: 'Odd', metadata: { name: 'a' }, spec });
  },
};

function specIn(objects: Objects): unknown {
  return (objects['Odd/a'] as { readonly spec: unknown }).spec;
}

const EXPECTED = Object.fromEntries(FIELDS.map(([field, [, is]]) => [field, is]));

test('odd inputs are what the reference of the algebra says, in plain YAML', () => {
  const files = renderManifests(MODEL, { releaseName: 'r', namespace: 'n' });
  expect(specIn(parseObjects(files.get('Odd.a.yaml') ?? ''))).toEqual(EXPECTED);
});

test.each<HelmMajor>(['helm3', 'helm4'])('and with %s', async (major) => {
  const { stdout, stderr } = await helmTemplate(major, writeChart(renderHelmChart(MODEL)));
  expect(stderr).toBe('');
  expect(specIn(parseObjects(stdout))).toEqual(EXPECTED);
});
