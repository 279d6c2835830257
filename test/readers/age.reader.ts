import * as fs from 'node:fs';
import * as path from 'node:path';
import { ageOf } from '../../src/observability/query/age';
import { promtools, runPromtool } from '../../tools/rules';
import { temporaryDirectory } from '../support/folder';
import { SUBJECT } from '../support/mixin';

/** The query for the age of data, as it is asked. */
async function asked(): Promise<string> {
  const expressions: string[] = [];
  const query = (expression: string): Promise<readonly []> => {
    expressions.push(expression);
    return Promise.resolve([]);
  };
  const client = { url: '', query, data: () => Promise.reject(new Error('not asked')) };
  await ageOf(SUBJECT, { client, asking: { selection: { job: 'a' }, window: '5m', histograms: 'classic' } });
  return expressions.join();
}

/** Minutes, and the age of the newest sample then in seconds. */
const AGES = [
  [10, 0],
  [12, 60],
  [40, 1740],
] as const;

test('how old data is, Prometheus 2 and 3 answer, also after the last pod of several has fallen silent', async () => {
  const folder = temporaryDirectory();
  const expr = await asked();
  const test = {
    interval: '1m',
    input_series: [
      { series: `${SUBJECT.presence ?? ''}{job="a", pod="a"}`, values: '1x5 stale _x60' },
      { series: `${SUBJECT.presence ?? ''}{job="a", pod="b"}`, values: '1x11 stale _x60' },
      { series: `${SUBJECT.presence ?? ''}{job="b", pod="c"}`, values: '1x90' },
    ],
    promql_expr_test: AGES.map(([minute, value]) => ({
      expr,
      eval_time: `${String(minute)}m`,
      exp_samples: [{ labels: '{}', value }],
    })),
  };
  const content = { rule_files: [], evaluation_interval: '1m', tests: [test] };
  fs.writeFileSync(path.join(folder, 'age.json'), JSON.stringify(content));
  for (const tool of await promtools())
    expect(await runPromtool(tool, ['test', 'rules', 'age.json'], folder)).toBeUndefined();
});
