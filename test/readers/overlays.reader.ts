import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Json } from '../../src/engine/expr';
import { at } from '../../src/engine/values';
import { promtools, runPromtool } from '../../tools/rules';
import { type Overlay, kustomized } from '../cli/overlays';
import { temporaryDirectory } from '../support/folder';
import { parseObjects } from '../support/manifests';

/** Metrics of the targets of one installation. */
interface Pods {
  readonly job: string;
  readonly namespace: string;
  /** Whether Prometheus can scrape them; `undefined` where there are none. */
  readonly isUp?: boolean | undefined;
}

const ALERTS = ['CoderdDown', 'CoderdTargetsAbsent'];

/** What fires after ten minutes. */
function firing(name: string, labels: Readonly<Record<string, string>>): Json {
  const all = { alertname: name, alertstate: 'firing', severity: 'critical', ...labels };
  const words = Object.entries(all).map(([label, value]) => `${label}=${JSON.stringify(value)}`);
  return { labels: `ALERTS{${words.join(', ')}}`, value: 1 };
}

/** What promtool 2 and 3 say if these alerts, and no others of their names, fire; empty for nothing. */
async function refusal(
  overlays: readonly Overlay[],
  pods: readonly Pods[],
  expected: readonly Json[],
): Promise<string> {
  const folder = temporaryDirectory();
  const files = await Promise.all(
    overlays.map(async (overlay, i) => await ruleFile(folder, `${String(i)}.json`, overlay)),
  );
  const series = pods
    .filter(({ isUp }) => isUp !== undefined)
    .map(({ job, namespace, isUp }) => ({
      series: `up{job="${job}", namespace="${namespace}", pod="coderd-a"}`,
      values: `${isUp === true ? '1' : '0'}x20`,
    }));
  const asked = {
    expr: `ALERTS{alertname=~"${ALERTS.join('|')}", alertstate="firing"}`,
    eval_time: '10m',
    exp_samples: expected,
  };
  const test = { rule_files: files, tests: [{ interval: '1m', input_series: series, promql_expr_test: [asked] }] };
  fs.writeFileSync(path.join(folder, 'test.json'), JSON.stringify(test));
  const said = await Promise.all(
    (await promtools()).map(async (tool) => await runPromtool(tool, ['test', 'rules', 'test.json'], folder)),
  );
  return said.filter((one) => one !== undefined).join('\n');
}

async function ruleFile(folder: string, name: string, overlay: Overlay): Promise<string> {
  const objects = Object.values(parseObjects(await kustomized(overlay)));
  const rules = objects.find((object) => at(object, ['kind']) === 'PrometheusRule');
  fs.writeFileSync(path.join(folder, name), JSON.stringify({ groups: at(rules, ['spec', 'groups']) }));
  return name;
}

const over = { namePrefix: 'a-' };

/** Installations that differ in their namespace only, with what `check` asks for, and the job of their pods. */
const INSTALLATIONS: readonly (readonly [
  metrics: Overlay['metrics'],
  over: Overlay['over'],
  job: (namespace: string) => string,
])[] = [
  [{}, {}, (namespace) => `${namespace}/master-monitor`],
  [{ monitor: { kind: 'ServiceMonitor' } }, {}, () => 'coderd-metrics'],
  [{ monitor: { kind: 'ServiceMonitor' }, rules: { job: 'a-coderd-metrics' } }, over, () => 'a-coderd-metrics'],
  [{ monitor: { jobLabel: 'app' } }, {}, () => 'coderd'],
];

test.each(INSTALLATIONS)(
  'two installations in two namespaces have one alert each: %j %j',
  async (metrics, changes, job) => {
    const namespaces = ['one', 'two'];
    const overlays = namespaces.map((namespace) => ({ metrics, release: 'coder', namespace, over: changes }));
    const pods = (namespace: string, isUp?: boolean): Pods => ({ job: job(namespace), namespace, isUp });
    const [one, two] = [
      { job: job('one'), namespace: 'one' },
      { job: job('two'), namespace: 'two' },
    ];
    const down = firing('CoderdDown', two);
    expect(await refusal(overlays, [pods('one', true), pods('two', false)], [down])).toBe('');
    expect(await refusal(overlays, [pods('one', false), pods('two', false)], [firing('CoderdDown', one), down])).toBe(
      '',
    );
    expect(await refusal(overlays, [pods('one', true), pods('two')], [firing('CoderdTargetsAbsent', two)])).toBe('');
  },
);

test('rules that were moved are blind, and see their pods with what check asks for', async () => {
  const moved = { metrics: {}, release: 'coder', namespace: 'coder', over: { namespace: 'prod', namePrefix: 'a-' } };
  const pods = { job: 'prod/a-master-monitor', namespace: 'prod', isUp: false };
  const blind = firing('CoderdTargetsAbsent', { job: 'coder/master-monitor', namespace: 'coder' });
  expect(await refusal([moved], [pods], [blind])).toBe('');
  const mended = { ...moved, namespace: 'prod', metrics: { rules: { job: 'prod/a-master-monitor' } } };
  const { isUp: _, ...labels } = pods;
  expect(await refusal([mended], [pods], [firing('CoderdDown', labels)])).toBe('');
});
