import { Manifest } from '../../../src/engine/border';
import { type Expr, interpolate, namedTemplate } from '../../../src/engine/expr';
import { renderHelmChart } from '../../../src/engine/helm';
import { section, text } from '../../../src/engine/values';

const VALUES = section('Values.', { name: text({ description: 'A name.', default: 'a' }) });

/** The template of an object with fields that say a named text, and the named texts. */
function files(name: string, of: (named: Expr<string>) => Readonly<Record<string, Expr<string>>>): readonly string[] {
  const chart = renderHelmChart({
    metadata: { name: 'x', version: '1.0.0', description: 'X' },
    values: VALUES,
    build: (scope, values) => {
      const named = namedTemplate(name, interpolate`<${values.name}>`);
      new Manifest(scope, 'A', { apiVersion: 'v1', kind: 'A', metadata: { name: 'a' }, spec: of(named) });
    },
  });
  return [chart.get('templates/a.yaml') ?? '', chart.get('templates/_helpers.tpl') ?? ''];
}

const INCLUDE = /include "x\.cdk8s\.full.name"/g;

describe('a named text', () => {
  test('is computed once by a template that says it twice', () => {
    const [template = ''] = files('fullName', (named) => ({ one: named, two: interpolate`${named}-b` }));
    expect(template.split('\n').filter((line) => line.includes('fullName'))).toEqual([
      '{{- $fullName := include "x.cdk8s.fullName" . }}',
      '  one: {{ $fullName | quote }}',
      '  two: {{ printf "%s-b" $fullName | quote }}',
    ]);
  });

  test('has no variable where it is said once', () => {
    const [template = ''] = files('full.name', (named) => ({ one: named }));
    expect(template.match(INCLUDE)).toHaveLength(1);
    expect(template).not.toContain(':=');
  });

  test('is computed once by a named text that says it twice', () => {
    const [, helpers = ''] = files('full.name', (named) => ({
      one: namedTemplate('both', interpolate`${named}${named}`),
    }));
    expect(helpers).toContain(
      '{{- $full_name := include "x.cdk8s.full.name" . -}}\n{{ $full_name }}{{ $full_name }}\n',
    );
  });

  test('gets no variable that a loop has', () => {
    const [template = ''] = files('item2', (named) => ({ one: named, two: named }));
    expect(template).not.toContain(':=');
  });
});
