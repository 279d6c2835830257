import * as fc from 'fast-check';
import { parse } from 'yaml';
import { Manifest } from '../../../src/engine/border';
import { type Json, type Tree, interpolate, literal, namedTemplate } from '../../../src/engine/expr';
import { renderHelmChart } from '../../../src/engine/helm';
import { section } from '../../../src/engine/values';
import { GO_YAML } from '../../../src/engine/values-file/go-yaml';
import { chartRenderer } from '../../support/go-template';

const METADATA = { name: 'thing', version: '1.2.3', description: 'A thing' };
const INSTALLATION = { release: 'r', namespace: 'n', values: {} };

interface Printed {
  /** The template. */
  readonly template: string;
  /** What it renders to. */
  readonly text: string;
}

function printed(spec: Tree): Printed {
  const files = renderHelmChart({
    metadata: METADATA,
    values: section('None.', {}),
    build: (chart) => {
      new Manifest(chart, 'A', { apiVersion: 'v1', kind: 'Thing', metadata: { name: 'x' }, spec });
    },
  });
  const text = chartRenderer(files)(INSTALLATION).get('templates/a.yaml') ?? '';
  return { template: files.get('templates/a.yaml') ?? '', text };
}

function read(spec: Tree): Json {
  return (parse(printed(spec).text, GO_YAML) as { readonly spec: Json }).spec;
}

/** Text with what YAML, Go templates and editors treat specially. */
const odd = fc.oneof(
  fc.string({
    unit: fc.constantFrom(
      ...'{}{}"\'\\ \t\n-:#&*!|>%@`~abnyYN01.e\u007f\u0085\u00a0\u2028\u2029\ufeff\ufffe\uffff'.split(''),
    ),
  }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    'yes',
    'No',
    'ON',
    'off',
    'true',
    'False',
    'null',
    '~',
    'y',
    'N',
    'NaN',
    'inf',
    '1e3',
    '0x1',
    '1_0',
    '1:30',
    '<<',
    '=',
  ),
);

describe('a fixed text', () => {
  test('is that text, as a key, a field, an item and a piece of another', () => {
    fc.assert(
      fc.property(fc.array(odd, { minLength: 1, maxLength: 5 }), (texts) => {
        const keyed = Object.fromEntries(texts.map((text, i) => [`${text}${String(i)}`, text]));
        const spec = {
          keyed,
          texts,
          [texts[0] ?? '']: 1,
          joined: interpolate`<${namedTemplate('t', literal(texts[0] ?? ''))}>`,
        };
        expect(read(spec)).toEqual({ ...spec, joined: `<${texts[0] ?? ''}>` });
      }),
    );
  });

  test.each([
    ...[
      'a',
      'Deployment',
      '/healthz',
      'a b',
      'app.kubernetes.io/name',
      '_x',
      'a-b_c.d/e',
      'two words 1',
      'yesterday',
      'nothing',
      'on-off',
    ],
  ])('%s needs no quotes', (text) => {
    expect(printed({ [text]: text }).template).toContain(`\n  ${text}: ${text}\n`);
  });

  test.each([
    ...[
      '',
      ' a',
      'a ',
      'a  b',
      '1',
      '1a',
      '-a',
      '.a',
      'a:',
      'a: b',
      'a #b',
      '#a',
      'a\nb',
      'a,b',
      '"a"',
      "a'",
      '{a',
      'a\u00e9',
    ],
    ...['y', 'n', 'yes', 'no', 'on', 'off', 'true', 'false', 'null', '~', 'nan', 'inf', 'Yes', 'NO'],
  ])('%j does', (text) => {
    const line = JSON.stringify(text);
    expect(printed({ [text]: text }).template).toContain(`\n  ${line}: ${line}\n`);
  });

  test('has escapes for what editors and parsers do not keep, and for actions', () => {
    expect(printed({ a: '\u007f\u009f\u2028\u2029\ufeff\ufffe\uffff' }).template).toContain(
      '"\\u007f\\u009f\\u2028\\u2029\\ufeff\\ufffe\\uffff"',
    );
    expect(printed({ a: '{{ $labels.pod }}{{' }).template).toContain('a: "{{ "{{" }} $labels.pod }}{{ "{{" }}"\n');
  });
});

test.each<[string, Tree, string]>([
  ['a number', 5, '5'],
  ['a fraction', 0.5, '0.5'],
  ['a large number', 1e6, '1000000'],
  ['a boolean', false, 'false'],
  ['an empty map', {}, '{}'],
  ['an empty list', [], '[]'],
])('%s is written as it is, in a field and in a list', (_, value, text) => {
  expect(printed({ a: value, b: [value, [value]] }).template).toContain(
    `\n  a: ${text}\n  b:\n    - ${text}\n    - - ${text}\n`,
  );
});
