import * as fs from 'node:fs';
import * as path from 'node:path';
import { CODER_VALUES } from '../../support/coder-values';
import { CODERD_1_36 } from '../../../src/coder/versions';
import { type Json } from '../../../src/engine/expr';
import { problemsOf } from '../../engine/values/witness';
import { coderChartFiles } from '../../../src/cli';
import { temporaryDirectory } from '../../support/folder';
import { type HelmMajor, helmTemplate, writeChart } from '../../support/helm';
import { concreteCoder } from '../../support/law';
import { parseObjects } from '../../support/manifests';
import { helmsAt } from '../../support/share';

const CHART = writeChart(coderChartFiles());

const rules = (...extraGroups: readonly Json[]): Json => ({ metrics: { rules: { extraGroups } } });
const dashboards = (extra: Json): Json => ({ metrics: { dashboards: { extra } } });
const mine = (content: Json): Json => dashboards({ 'mine.json': JSON.stringify(content) });

const GROUP = { name: 'mine', rules: [{ record: 'job:up:sum', expr: 'sum by (job) (up)' }] };
const [DASHBOARD] = CODERD_1_36.mixin.profile.dashboards;

/** What the checks of the values say of them. */
function refusal(values: Json): string {
  return problemsOf(CODER_VALUES, values).join('\n');
}

describe('extra rules and dashboards that cannot be', () => {
  const CASES: readonly (readonly [string, Json, string])[] = [
    [
      'two groups of one name',
      rules(GROUP, { name: 'mine', rules: [] }),
      'metrics.rules.extraGroups[1].name: expected a name that ',
    ],
    [
      'a text that is no JSON',
      dashboards({ 'mine.json': '{' }),
      'metrics.dashboards.extra.mine.json: expected a map in ',
    ],
    ['a list in JSON', mine([]), 'metrics.dashboards.extra.mine.json: expected a map in JSON, got a text that is none'],
    ['null in JSON', mine(null), 'metrics.dashboards.extra.mine.json: expected a map in JSON whose "title" is a text '],
    ['no title', mine({ uid: 'mine' }), 'metrics.dashboards.extra.mine.json: expected a map in JSON whose "title" '],
    ['an empty title', mine({ title: '', uid: 'mine' }), 'metrics.dashboards.extra.mine.json: expected a map in JSON '],
    [
      'a title that is no text',
      mine({ title: ['a'], uid: 'mine' }),
      'metrics.dashboards.extra.mine.json: expected a map ',
    ],
    ['no uid', mine({ title: 'Mine' }), 'metrics.dashboards.extra.mine.json: expected a map in JSON whose "uid" is a '],
    [
      'a uid of ours',
      mine({ title: 'Mine', uid: DASHBOARD?.uid ?? '' }),
      'metrics.dashboards.extra.mine.json: expected ',
    ],
    [
      'a title of ours',
      mine({ title: DASHBOARD?.title ?? '', uid: 'mine' }),
      'metrics.dashboards.extra.mine.json: expected a map in JSON whose "title" is a text that no other file has and that is none of ',
    ],
    ...['GrafanaDashboard'].map((kind): readonly [string, Json, string] => [
      `dashboards where kind is ${kind}`,
      { metrics: { dashboards: { kind, extra: { 'mine.json': '{"title":"a","uid":"b"}' } } } },
      `metrics.dashboards.extra: expected none, since metrics.dashboards.kind is ${kind} `,
    ]),
    ...(['title', 'uid'] as const).map((key): readonly [string, Json, string] => [
      `two dashboards of one ${key}`,
      dashboards({
        'b.json': JSON.stringify({ title: 'b', uid: 'b', [key]: 'mine' }),
        'a.json': JSON.stringify({ title: 'a', uid: 'a', [key]: 'mine' }),
      }),
      `metrics.dashboards.extra.b.json: expected a map in JSON whose "${key}" is a text that no other file has and that `,
    ]),
    [
      'a file of ours',
      dashboards({ [`${DASHBOARD?.uid ?? ''}.json`]: '{"title":"a","uid":"b"}' }),
      'metrics.dashboards.extra: expected a key that is none of coder-',
    ],
  ];

  test.each(CASES)(
    '(%s) are refused in one line, the same by the checks of values and by Helm',
    async (name, values, words) => {
      const said = refusal(values);
      expect(said).toContain(`values.${words}`);
      const line = said.slice(said.indexOf('values.'));
      expect(line).not.toContain('\n');
      for (const major of helmsAt(CASES.findIndex(([one]) => one === name))) {
        const { code, stderr } = await helmTemplate(major, CHART, { values });
        expect([code, stderr]).toEqual([1, expect.stringContaining(`: ${line}`)]);
      }
    },
  );

  test('(a name of a file without .json) are refused by the schema too', async () => {
    const values = dashboards({ mine: '{"title":"a","uid":"b"}' });
    expect(refusal(values)).toContain('expected the name of a file that ends in .json');
    expect((await helmTemplate('helm4', CHART, { values })).code).toBe(1);
  });
});

/** The text of a dashboard with what templates and shells read as something else. */
const TEXT = `${JSON.stringify({ uid: 'mine', title: 'Mine {{ .Release.Name }}, $(HOME)', panels: [] }, null, 2)}\n`;

/** What Helm makes of a file. */
async function withSetFile(major: HelmMajor): Promise<ReturnType<typeof parseObjects>> {
  const file = path.join(temporaryDirectory(), 'mine.json');
  fs.writeFileSync(file, TEXT);
  const args = ['--set-file', `metrics.dashboards.extra.mine\\.json=${file}`];
  const { stdout, stderr } = await helmTemplate(major, CHART, { args });
  expect(stderr).not.toContain('Error');
  return parseObjects(stdout);
}

describe('extra dashboards', () => {
  test.each(['helm3', 'helm4'] as const)('come from files with --set-file of %s, as from props', async (major) => {
    const objects = await withSetFile(major);
    expect(objects['ConfigMap/coderd-dashboard-extra']).toMatchObject({
      metadata: { labels: { grafana_dashboard: '1' } },
      data: { 'mine.json': TEXT },
    });
    const values = { metrics: { dashboards: { extra: { 'mine.json': TEXT } } } };
    expect(objects).toEqual(concreteCoder({ release: 'coder', namespace: 'coder', values }));
  });
});

/** The objects with rules. */
function ruleObjects(values: Json): ReturnType<typeof concreteCoder> {
  const objects = concreteCoder({ release: 'coder', namespace: 'coder', values: values as Record<string, Json> });
  return Object.fromEntries(Object.entries(objects).filter(([key]) => key.startsWith('PrometheusRule/')));
}

describe('extra groups of rules', () => {
  test('are in an object of their own, as they are: the Operator refuses an object as a whole', () => {
    const { 'PrometheusRule/coderd-rules-extra': extra, ...rest } = ruleObjects(rules(GROUP));
    expect(extra).toMatchObject({ spec: { groups: [GROUP] } });
    expect(rest).toEqual(ruleObjects({}));
  });

  test('go with the other rules', () => {
    const values = { metrics: { rules: { extraGroups: [GROUP], enabled: false } } };
    expect(ruleObjects(values)).toEqual({});
  });

  test.each<[string, Json, string]>([
    ['a key that no group has', { ...GROUP, rule: [] }, '.rule: expected one of the keys name, interval, limit, rules'],
    ['a rule without PromQL', { name: 'a', rules: [{ record: 'a' }] }, '.rules[0].expr: expected a value'],
    ['a key that no rule has', { name: 'a', rules: [{ expr: '1', keepFiringFor: '1m' }] }, '.rules[0].keepFiringFor: '],
    ['a duration that is none', { name: 'a', rules: [{ alert: 'a', expr: '1', for: '5 m' }] }, '.rules[0].for: '],
  ])('(%s) are refused', (_, group, words) => {
    expect(refusal(rules(group))).toContain(`values.metrics.rules.extraGroups[0]${words}`);
  });
});
