import { type Chart, Testing } from 'cdk8s';
import { selectorsIn } from '../../../src/cli/check-selectors';
import { Coder, type CoderProps } from '../../../src/coder/constructs';
import { HELM_PLACEMENT, type Json } from '../../../src/engine/expr';
import { symbolicObjects } from '../../../src/engine/helm';
import { CODER_VALUES } from '../../support/coder-values';
import { at } from '../../../src/engine/values';
import { coderManifestFiles } from '../../../src/cli';
import { type Run, checked } from '../../cli/command';
import { concreteCoder } from '../../support/law';

interface Rules {
  readonly kind: string;
  readonly spec: { readonly groups: readonly { readonly name: string; readonly interval?: string }[] };
}

/** Prometheus looks back 5 minutes for a value: a result that is written more seldom has gaps. */
const LOOK_BACK_MINUTES = 5;

test('every group of rules is evaluated so often that its results have no gaps', () => {
  const chart = Testing.chart();
  new Coder(chart, 'coder');
  const rules = (Testing.synth(chart) as readonly Rules[]).find(({ kind }) => kind === 'PrometheusRule');
  const minutes = rules?.spec.groups.flatMap(({ interval }) =>
    interval === undefined ? [] : Number(/^(\d+)m$/.exec(interval)?.[1]),
  );
  expect(minutes).not.toEqual([]);
  expect(minutes?.filter((each) => !(each < LOOK_BACK_MINUTES))).toEqual([]);
});

/** Settings by which the monitor or something else gives the metrics their job, and the job that pods in a namespace have. */
const JOBS: readonly (readonly [Json, (namespace: string) => string])[] = [
  [{}, (namespace) => `${namespace}/master-monitor`],
  [{ monitor: { kind: 'ServiceMonitor' } }, () => 'coderd-metrics'],
  [{ monitor: { jobLabel: 'app' } }, () => 'coderd'],
  [{ monitor: { jobLabel: 'a' }, rules: { job: 'b' } }, () => 'b'],
  [{ monitor: { kind: 'ServiceMonitor', jobLabel: 'app.kubernetes.io/component' } }, () => 'coderd-metrics'],
  [{ monitor: { kind: 'ServiceMonitor', jobLabel: 'app' }, rules: { job: 'coderd' } }, () => 'coderd'],
  [{ monitor: { relabelings: [{ targetLabel: 'job', replacement: 'a' }] }, rules: { job: 'a' } }, () => 'a'],
];

/** Whether all selectors of the rules of an installation see pods, and whether at least one does. */
function seen(
  metrics: Json,
  namespace: string,
  labels: Readonly<Record<string, string>>,
  enabled = true,
): readonly boolean[] {
  const objects = concreteCoder({ release: 'coder', namespace, values: { coderd: { enabled }, metrics } });
  const groups = at(objects['PrometheusRule/coderd-rules'], ['spec', 'groups']) as readonly Group[];
  const selectors = groups.flatMap(({ rules }) => rules.flatMap(({ expr }) => selectorsIn(expr)));
  const sees = selectors.map(({ matchers }) =>
    matchers.every(({ label, operator, value }) => !(label in labels) || (operator === '=' && labels[label] === value)),
  );
  return [sees.every(Boolean), sees.some(Boolean)];
}

describe.each(['PodMonitor', 'ServiceMonitor'])('of a %s that names the job by a label of its targets', (kind) => {
  const given = (monitor: Json): Readonly<Record<string, Json>> => ({
    nameOverride: 'named',
    commonLabels: { team: 'a', app: 'b', 'app.kubernetes.io/name': 'c' },
    metrics: { monitor, dashboards: { kind: 'None' } },
  });
  const place = { releaseName: 'ide', namespace: 'coder' };
  const check = (jobLabel: string): Run =>
    checked([...coderManifestFiles(given({ kind, jobLabel }), place).values()].slice(0, -1).join('---\n'));
  const objects = Object.values(concreteCoder({ release: 'ide', namespace: 'coder', values: given({ kind }) }));
  const target = objects.find((object) =>
    kind === 'PodMonitor' ? at(object, ['kind']) === 'Deployment' : at(object, ['spec', 'clusterIP']) === 'None',
  );
  const labels = at(target, [...(kind === 'PodMonitor' ? ['spec', 'template'] : []), 'metadata', 'labels']);

  test('rules see that job, whichever label the chart sets, and want to be told any other', () => {
    const all = Object.entries(labels as Readonly<Record<string, string>>);
    expect(all.length).toBeGreaterThan(4);
    for (const [label, job] of all.filter(([one]) => one !== 'team' && (one !== 'app' || kind === 'PodMonitor')))
      expect(check(label).stdout).toContain(`: sees job="${job}", namespace="coder"`);
    for (const label of ['team', 'other'])
      expect(() => check(label)).toThrow('values.metrics.rules.job: expected the label job of the metrics, since');
  });
});

interface Group {
  readonly name: string;
  readonly rules: readonly {
    readonly alert?: string;
    readonly expr: string;
    readonly labels?: Readonly<Record<string, string>>;
  }[];
}

test.each(JOBS)('of two installations in two namespaces, rules see their own pods only: %j', (metrics, job) => {
  const pods = (namespace: string): Readonly<Record<string, string>> => ({ job: job(namespace), namespace });
  expect(seen(metrics, 'one', pods('one'))).toEqual([true, true]);
  expect(seen(metrics, 'one', pods('two'))).toEqual([false, false]);
});

test.each<Json>([
  { monitor: { kind: 'None' }, rules: { job: 'a' } },
  { monitor: { jobLabel: 'a', relabelings: [{ targetLabel: 'namespace' }] }, rules: { job: 'a' } },
  { monitor: { kind: 'ServiceMonitor', metricRelabelings: [{ targetLabel: 'namespace' }] }, rules: { job: 'a' } },
])('where the namespace of the metrics is not known, rules see that of any: %j', (metrics) => {
  expect(seen(metrics, 'one', { job: 'a', namespace: 'two' })).toEqual([true, true]);
});

test.each<Json>([{ any: true }, { matchNames: ['two'] }])(
  'rules see the pods of another chart in other namespaces, %j, but those of this one in its own',
  (namespaceSelector) => {
    const metrics = { monitor: { jobLabel: 'a', namespaceSelector }, rules: { job: 'a' } };
    const there = { job: 'a', namespace: 'two' };
    expect(seen(metrics, 'one', there)).toEqual([false, false]);
    expect(seen(metrics, 'one', there, false)).toEqual([true, true]);
  },
);

test.each<readonly [string, Json]>([
  ['one', {}],
  ['two', { coderd: { enabled: false }, metrics: { monitor: { namespaceSelector: { matchNames: ['two'] } } } }],
  [
    'one',
    { coderd: { enabled: false }, metrics: { monitor: { namespaceSelector: { matchNames: ['two', 'three'] } } } },
  ],
  [
    'one',
    { coderd: { enabled: false }, metrics: { monitor: { namespaceSelector: { any: true, matchNames: ['two'] } } } },
  ],
  ['one', { metrics: { monitor: { namespaceSelector: { matchNames: ['two'] } } } }],
])('that there are no targets is said of the namespace %s, where they should be: %j', (namespace, values) => {
  const objects = concreteCoder({
    release: 'coder',
    namespace: 'one',
    values: values as Readonly<Record<string, Json>>,
  });
  const groups = at(objects['PrometheusRule/coderd-rules'], ['spec', 'groups']) as readonly Group[];
  const absent = groups.flatMap(({ rules }) => rules).find(({ alert }) => alert === 'CoderdTargetsAbsent');
  expect(absent?.labels).toEqual({ namespace, severity: 'critical' });
});

describe('the rules as a file', () => {
  const coder = (): Coder => new Coder(Testing.chart(), 'coder', { metrics: { rules: { extraGroups: [OWN] } } });
  const OWN = { name: 'mine', rules: [{ record: 'a', expr: 'up' }] };

  test('are those of the object, and those of the values', () => {
    const { groups } = coder().ruleFile();
    const objects = concreteCoder({ release: 'coder', namespace: 'default', values: {} });
    const shipped = at(objects['PrometheusRule/coderd-rules'], ['spec', 'groups']) as readonly Group[];
    expect(groups.map(({ name }) => name)).toEqual([...shipped.map(({ name }) => name), 'mine']);
    expect(groups.at(-1)).toEqual(OWN);
  });

  test('tell clusters apart by a label, which the rules must not use themselves', () => {
    expect(JSON.stringify(coder().ruleFile({ clusterLabel: 'region' }))).toContain('by (region, namespace, job)');
    for (const clusterLabel of ['job', 'le', 'a-b', '__name__'])
      expect(() => coder().ruleFile({ clusterLabel })).toThrow(
        `ruleFile: clusterLabel: expected the name of a label (letters, digits, _) that the rules do not use themselves, got "${clusterLabel}"`,
      );
  });

  test('are not there where only Helm knows the values', () => {
    const build = (chart: Chart, values: CoderProps): void => {
      new Coder(chart, 'coder', { ...values, ...HELM_PLACEMENT }).ruleFile();
    };
    expect(() => symbolicObjects({ values: CODER_VALUES, build })).toThrow(
      /^ruleFile: expected an installation of which all is known, got values that only Helm knows$/,
    );
  });
});
