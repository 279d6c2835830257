import { ApiObject, type Chart } from 'cdk8s';
import { type CapturedObject, capture } from '../../../src/engine/border';
import { type Expr, HELM_PLACEMENT, type Json, evaluate, ref } from '../../../src/engine/expr';

export const word = ref<string>(['word'], 'string');
export const count = ref<number>(['count'], 'integer');
export const labels = ref<Readonly<Record<string, string>>>(['labels'], 'map');
export const more = ref<Readonly<Record<string, string>>>(['more'], 'map');
export const topics = ref<readonly string[]>(['topics'], 'list');
export const VALUES = { word: 'w', count: 3, labels: { a: 'user', b: 'user' }, more: { a: 'more' }, topics: ['x'] };

export function meaning(expr: Expr, values: Json): Json | undefined {
  return evaluate(expr, { values, builtins: { releaseName: 'r', namespace: 'n' } });
}

export function captured(build: (chart: Chart) => void): readonly CapturedObject[] {
  return capture(build, HELM_PLACEMENT);
}

/** What a field of a custom resource is in the end. */
export function field(data: () => unknown, values: Json = VALUES): Json | undefined {
  const [object] = captured((chart) => {
    new ApiObject(chart, 'Thing', { apiVersion: 'example.test/v1', kind: 'Thing', data: data() });
  });
  const environment = { values, builtins: { releaseName: 'r', namespace: 'n' } };
  return (evaluate(object?.tree, environment) as { readonly data?: Json }).data;
}
