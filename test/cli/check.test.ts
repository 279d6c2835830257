import * as fc from 'fast-check';
import type { Json } from '../../src/engine/expr';
import { at } from '../../src/engine/values';
import { parseObjects } from '../support/manifests';
import { writtenMatchers } from '../support/promql';
import { count, seedAt } from '../support/share';
import { coderManifestFiles } from '../../src/cli';
import { helmTemplate } from '../support/helm';
import { CHART, checked, cli, program, synth } from './command';
import { type Overlay, kustomized, writeOverlay } from './overlays';

const KIND = fc.constantFrom('PodMonitor', 'ServiceMonitor');

/** Overlays that move and rename, or do not. */
const OVERLAYS: fc.Arbitrary<Overlay> = fc.record({
  metrics: fc.oneof(
    fc.record({ monitor: fc.record({ kind: KIND }) }),
    fc.record({
      monitor: fc.record({ kind: KIND, jobLabel: fc.constantFrom('app.kubernetes.io/part-of', 'none') }),
      rules: fc.constant({ job: 'coder' }),
    }),
  ),
  release: fc.constantFrom('coder', 'ide'),
  namespace: fc.constantFrom('coder', 'prod'),
  over: fc.record(
    {
      namespace: fc.constantFrom('coder', 'prod'),
      namePrefix: fc.constantFrom('a-', 'coder-'),
      nameSuffix: fc.constantFrom('-b', '-2'),
    },
    { requiredKeys: [] },
  ),
});

/** The job that the Prometheus Operator gives to the pods of coderd. */
function jobOf(objects: Readonly<Record<string, Json>>): string {
  const find = (value: string, where: readonly string[] = ['kind']): Json | undefined =>
    Object.values(objects).find((object) => at(object, where) === value);
  const text = (object: Json | undefined, ...where: readonly string[]): string => String(at(object, where));
  const [monitor, service] = [find('PodMonitor'), find('None', ['spec', 'clusterIP'])];
  const label = text(monitor ?? find('ServiceMonitor'), 'spec', 'jobLabel');
  const labels = monitor === undefined ? ['metadata', 'labels'] : ['spec', 'template', 'metadata', 'labels'];
  const own = at(monitor === undefined ? service : find('Deployment'), [...labels, label]);
  if (typeof own === 'string') return own;
  return monitor === undefined
    ? text(service, 'metadata', 'name')
    : `${text(monitor, 'metadata', 'namespace')}/${text(monitor, 'metadata', 'name')}`;
}

/** Whether each selector of each rule sees pods of that job in a namespace, as the grammar of Prometheus reads it. */
function fits(text: string): boolean {
  const objects = parseObjects(text);
  const [rules] = Object.values(objects).filter((object) => at(object, ['kind']) === 'PrometheusRule');
  const labels: Readonly<Record<string, unknown>> = {
    job: jobOf(objects),
    namespace: at(rules, ['metadata', 'namespace']),
  };
  const groups = at(rules, ['spec', 'groups']) as readonly { readonly rules: readonly { readonly expr: string }[] }[];
  const matchers = groups.flatMap((group) => group.rules.flatMap(({ expr }) => writtenMatchers(expr)));
  const told = matchers.filter(([label = '']) => label in labels);
  expect(told.length).toBeGreaterThan(100);
  return told.every(([label = '', operator, value]) => operator === '=' && value === JSON.stringify(labels[label]));
}

/** What a line of the command tells to do. */
function followed(overlay: Overlay, line: string): Overlay {
  const [, namespace = '', job] =
    /; synthesize with --namespace (\S+)(?: and metrics\.rules\.job: (\S+))?$/m.exec(line) ?? [];
  return { ...overlay, namespace, metrics: { ...overlay.metrics, ...(job === undefined ? {} : { rules: { job } }) } };
}

function installed(over: Overlay['over'] = {}, metrics: Overlay['metrics'] = {}): Overlay {
  return { metrics, release: 'coder', namespace: 'coder', over };
}

describe('check', () => {
  test('passes an overlay exactly if all rules see the pods, and says else what makes them', async () => {
    const drawn = fc.sample(OVERLAYS, { seed: seedAt(71), numRuns: count({ few: 3, many: 60 }) });
    const statuses = new Set<unknown>();
    for (const overlay of [installed(), installed({ namespace: 'prod' }), ...drawn]) {
      const text = await kustomized(overlay);
      const { status, stdout, stderr } = checked(text);
      expect([status, stdout === '', stderr === '']).toEqual(fits(text) ? [0, false, true] : [1, true, false]);
      if (status !== 0)
        expect(checked(await kustomized(followed(overlay, stderr)))).toMatchObject({ status: 0, stderr: '' });
      statuses.add(status);
    }
    expect(statuses).toEqual(new Set([0, 1]));
  });

  test('says in one line what is wrong, and what to do', async () => {
    const moved = await kustomized(installed({ namespace: 'prod' }));
    const said =
      'PrometheusRule prod/coderd-rules: expected selectors that see job="prod/master-monitor", namespace="prod" of PodMonitor prod/master-monitor, got job="coder/master-monitor"; synthesize with --namespace prod\n';
    expect(checked(moved)).toEqual({ status: 1, stdout: '', stderr: said });
    const renamed = await kustomized(installed({ nameSuffix: '-b' }, { monitor: { kind: 'ServiceMonitor' } }));
    expect(checked(renamed).stderr).toMatch(
      /, got job="coderd-metrics", namespace="coder"; synthesize with --namespace coder and metrics\.rules\.job: coderd-metrics-b\n$/,
    );
  });

  test('reads a directory that synth wrote, a file, and the standard input', async () => {
    const { out } = synth([]);
    const said =
      'PrometheusRule coder/coderd-rules: sees job="coder/master-monitor", namespace="coder" of PodMonitor coder/master-monitor\n';
    const fine = { status: 0, stdout: said, stderr: '' };
    const text = await kustomized(installed());
    expect([cli(['check', out]), checked(text), program(['check', '-'], { input: text })]).toEqual([fine, fine, fine]);
  });

  test.each(['helm3', 'helm4'] as const)(
    'passes what %s makes of the chart, and finds what it was given wrongly',
    async (major) => {
      const said = async (metrics: Json): Promise<string> =>
        Object.values(
          checked((await helmTemplate(major, CHART, { release: 'ide', values: { metrics } })).stdout),
        ).join();
      expect(await said({})).toContain(': sees job="coder/ide-master-monitor"');
      const jobLabel = 'app.kubernetes.io/name';
      expect(await said({ monitor: { jobLabel }, rules: { job: 'ide' } })).toContain(
        'expected selectors that see job="coder", ',
      );
      expect(await said({ monitor: { jobLabel }, rules: { job: 'coder' } })).toContain(': sees job="coder"');
    },
  );

  test('need not look at dashboards: they name no namespace, monitor or Service', () => {
    const values = { metrics: { monitor: { kind: 'ServiceMonitor' } } };
    const files = coderManifestFiles(values, { releaseName: 'ours', namespace: 'its-place' });
    const dashboards = [...files].filter(([file]) => file.startsWith('ConfigMap.'));
    const texts = dashboards.map(([, text]) => text.replace(/^[^]*\ndata:/, ''));
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.flatMap((text) => text.match(/its-place|ours-\w+/g) ?? [])).toEqual([]);
  });

  test('refuses a kustomization that is not built', () => {
    const cwd = writeOverlay(installed({ namespace: 'prod' }));
    const said = 'kustomization.yaml: expected finished objects, got a kustomization; run: kubectl kustomize . | ';
    expect(cli(['check', '.'], { cwd }).stderr).toContain(said);
    expect(cli(['check', 'base'], { cwd }).status).toBe(0);
    expect(cli(['check', 'base/kustomization.yaml'], { cwd }).stderr).toContain('run: kubectl kustomize base | ');
  });
});

describe('check tells installations apart:', () => {
  test('one that was moved does not see the other, which was not', async () => {
    const [stays, moved] = [await kustomized(installed()), await kustomized(installed({ namespace: 'prod' }))];
    const { stderr } = checked([stays, moved].join('---\n'));
    expect(stderr).toMatch(/^PrometheusRule prod\/coderd-rules: [^\n]*; synthesize with --namespace prod\n$/);
  });

  test('of two that were renamed in one namespace, each is told its own job', async () => {
    const over = { namePrefix: 'a-' };
    const both = [installed(over), { ...installed(over), release: 'ide' }].map(kustomized);
    const { stderr } = checked((await Promise.all(both)).join('---\n'));
    const told = [...stderr.matchAll(/ (\S+): expected .* metrics\.rules\.job: (.*)$/gm)].map(([, rules, job]) => [
      rules,
      job,
    ]);
    expect(told).toEqual([
      ['coder/a-coderd-rules', 'coder/a-master-monitor'],
      ['coder/a-ide-coderd-rules', 'coder/a-ide-master-monitor'],
    ]);
  });
});
