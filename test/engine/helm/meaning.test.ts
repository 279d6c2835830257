import * as path from 'node:path';
import { type Json } from '../../../src/engine/expr';
import { renderHelmChart, symbolicObjects } from '../../../src/engine/helm';
import { ALGEBRA_VALUES, buildAlgebra } from '../../support/algebra';
import { helmTemplate, writeChart } from '../../support/helm';
import { cases, environmentOf } from '../../support/law';
import { differences, interpret, parseObjects } from '../../support/manifests';

const METADATA = { name: 'thing', version: '0.1.0', description: 'A thing' };
const MODEL = { values: ALGEBRA_VALUES, build: buildAlgebra };
const CASES = [
  ...cases(ALGEBRA_VALUES, 6, { seed: 11, presence: 0.4 }),
  ...cases(ALGEBRA_VALUES, 6, { seed: 12, presence: 0.9 }),
].map((one) => ({ ...one, release: 'r', namespace: 'n' }));
const aliasOf = (i: number): string => `c${String(i)}`;

/** One chart that has the same chart once a case: all cases cost one run of Helm. */
function parentChart(): string {
  const own = [...renderHelmChart({ ...MODEL, metadata: METADATA })];
  const dependencies = CASES.map((_, i) => `- {name: thing, version: 0.1.0, alias: ${aliasOf(i)}}\n`).join('');
  return writeChart(
    new Map([
      ['Chart.yaml', `apiVersion: v2\nname: parent\nversion: 0.1.0\ndependencies:\n${dependencies}`],
      ...own.map(([file, text]) => [path.posix.join('charts/thing', file), text] as const),
    ]),
  );
}

test.each(['helm3', 'helm4'] as const)(
  'a chart with every operation means under %s what its model means',
  async (major) => {
    const values = Object.fromEntries(CASES.map((one, i) => [aliasOf(i), one.values])) as Json;
    const { code, stdout, stderr } = await helmTemplate(major, parentChart(), { release: 'r', namespace: 'n', values });
    expect({ code, stderr }).toMatchObject({ code: 0 });
    const symbolic = symbolicObjects(MODEL);
    const found = CASES.flatMap((one, i) => {
      const ours = stdout
        .split(/^(?=---\n)/m)
        .filter((text) => text.includes(`/${aliasOf(i)}/templates/`) || text.includes(`charts/${aliasOf(i)}/`));
      return differences(interpret(symbolic, environmentOf(ALGEBRA_VALUES, one)), parseObjects(ours.join('')));
    });
    expect(found.slice(0, 5)).toEqual([]);
  },
);
