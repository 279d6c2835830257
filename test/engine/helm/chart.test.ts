import type { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { Manifest, when } from '../../../src/engine/border';
import { type Tree, interpolate, optional, ref } from '../../../src/engine/expr';
import { renderHelmChart } from '../../../src/engine/helm';
import type { Files } from '../../../src/engine/output';
import { bool, section, text } from '../../../src/engine/values';

const VALUES = section('Values of a thing.', {
  enabled: bool({ description: 'A switch.', default: true }),
  name: text({ description: 'A name \u00e9.', default: 'a' }),
});
const enabled = ref<boolean>(['enabled'], 'boolean');
const name = ref<string>(['name'], 'string');

function chartOf(build: (chart: Chart) => void): Files {
  const metadata = { name: 'thing', version: '1.2.3', description: 'A thing', kubeVersion: '>=1.19.0-0' };
  return renderHelmChart({ metadata, values: VALUES, build, notes: (values) => interpolate`Hello ${values.name}.` });
}

function thing(scope: Construct, id: string, spec: Tree): void {
  new Manifest(scope, id, { apiVersion: 'v1', kind: 'Thing', metadata: { name: 'x' }, spec });
}

describe('a chart', () => {
  const files = chartOf((chart) => {
    thing(chart, 'FirstThing', { say: 'yes', of: name });
    when(chart, 'Second', enabled, (scope) => {
      thing(scope, 'Resource', 1);
    });
  });

  test('has the files that Helm knows', () => {
    expect([...files.keys()]).toEqual([
      'Chart.yaml',
      'values.yaml',
      'values.schema.json',
      '.helmignore',
      'templates/first-thing.yaml',
      'templates/second.yaml',
      'templates/NOTES.txt',
      'templates/_defaults.tpl',
      'templates/_helpers.tpl',
    ]);
    expect(files.get('Chart.yaml')).toBe(
      'apiVersion: v2\nname: thing\ndescription: A thing\ntype: application\nversion: 1.2.3\nkubeVersion: ">=1.19.0-0"\n',
    );
    expect(files.get('values.yaml')).toBe(
      '# Values of a thing.\n\n# -- A switch.\nenabled: true\n\n# -- A name \u00e9.\nname: a\n',
    );
    expect(files.get('values.schema.json')).toMatch(/^[\n\x20-\x7e]*\\u00e9[\n\x20-\x7e]*\n$/);
  });

  test('fills the defaults first, and ends a template without a line end', () => {
    expect(files.get('templates/first-thing.yaml')).toBe(
      '{{- include "thing.cdk8s.defaults" . }}\napiVersion: v1\nkind: Thing\nmetadata:\n  name: x\n  namespace: {{ .Release.Namespace | quote }}\n' +
        'spec:\n  say: "yes"\n  of: {{ .Values.name | quote }}\n{{- /* end */ -}}\n',
    );
    expect(files.get('templates/second.yaml')).toMatch(
      /^\{\{- include "thing\.cdk8s\.defaults" \. \}\}\n\{\{- if \.Values\.enabled \}\}\napiVersion[^]*\nspec: 1\n\{\{- end -\}\}\n$/,
    );
    expect(files.get('templates/NOTES.txt')).toBe(
      '{{- include "thing.cdk8s.defaults" . }}\nHello {{ .Values.name }}.\n',
    );
  });
});

describe('a chart is not written where it could not be right:', () => {
  test.each<[string, Tree, string]>([
    ['a list that may be empty', { a: [optional(enabled, 'x')] }, 'the field a may be empty: wrap it in unlessEmpty'],
    [
      'an item that may be empty',
      [{ a: optional(enabled, 'x') }],
      'a list item whose every field is conditional may be empty: a',
    ],
    [
      'an item that is a list that may be empty',
      { a: [[optional(enabled, 'x')]] },
      'a list item may be empty: wrap it in unlessEmpty',
    ],
    [
      'a condition inside an expression',
      { a: interpolate`${optional(enabled, 'x') as never}!` },
      'optional has no place inside an expression',
    ],
  ])('%s', (_, spec, message) => {
    expect(() =>
      chartOf((chart) => {
        thing(chart, 'A', spec);
      }),
    ).toThrow(message);
  });
});

test('templates are called after their constructs, by as few ids as tell them apart', () => {
  const files = chartOf((chart) => {
    for (const outer of ['OneTwo', 'three']) {
      const scope = new Construct(chart, outer);
      thing(scope, 'Same', 1);
      thing(new Construct(scope, `${outer}Only`), 'Default', 2);
    }
  });
  expect([...files.keys()].filter((file) => file.endsWith('.yaml') && file.startsWith('templates/'))).toEqual([
    'templates/one-two-same.yaml',
    'templates/one-two-only.yaml',
    'templates/three-same.yaml',
    'templates/three-only.yaml',
  ]);
});
