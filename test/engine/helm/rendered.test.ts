import { renderHelmChart, symbolicObjects } from '../../../src/engine/helm';
import { ALGEBRA_VALUES, buildAlgebra } from '../../support/algebra';
import { chartRenderer } from '../../support/go-template';
import { type Case, cases, environmentOf } from '../../support/law';
import { differences, interpret, parseObjects } from '../../support/manifests';

const METADATA = { name: 'thing', version: '0.1.0', description: 'A thing' };
const MODEL = { values: ALGEBRA_VALUES, build: buildAlgebra };
const NOTHING: Case = { release: 'a', namespace: 'b', values: {} };
const CASES = [
  NOTHING,
  ...cases(ALGEBRA_VALUES, 20, { seed: 13, presence: 0.4 }),
  ...cases(ALGEBRA_VALUES, 20, { seed: 14, presence: 0.9 }),
];

test('a chart with every operation means what its model means, whatever the values', () => {
  const render = chartRenderer(renderHelmChart({ ...MODEL, metadata: METADATA }));
  const symbolic = symbolicObjects(MODEL);
  for (const one of CASES) {
    const text = [...render(one).values()].join('\n---\n');
    expect(differences(interpret(symbolic, environmentOf(ALGEBRA_VALUES, one)), parseObjects(text))).toEqual([]);
  }
});
