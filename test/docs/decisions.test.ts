import * as fs from 'node:fs';
import * as path from 'node:path';
import { coderChartFiles, coderManifestFiles } from '../../src/cli';
import { type Json, ref, toExpr } from '../../src/engine/expr';
import { renderHelmChart } from '../../src/engine/helm';
import * as kplus from 'cdk8s-plus-27';
import { Manifest, asText } from '../../src/engine/border';
import { type Files, writeDirectory } from '../../src/engine/output';
import { CODERD_1_36 } from '../../src';
import { promqlFor, queryText } from '../../src/observability';
import { CODER_VALUES } from '../support/coder-values';
import { ALERTS, MIXIN } from '../support/mixin';
import { leavesOf, manifest, section, text } from '../../src/engine/values';
import { program } from '../cli/command';
import { temporaryDirectory } from '../support/folder';
import { helm, writeChart } from '../support/helm';
import { share } from '../support/share';
import { type Objects, parseObjects } from '../support/manifests';
import { coder, containers, dig, listAt, only, podTemplate } from './coder';
import { itemsAreFilled } from './hosts';
import { alertsAreJudged, alertsAreSimulated } from './incidents';
import { ROOT, page } from './markdown';
import { grafanaDraws } from './pictures';
import { typeErrors } from './programs';

const HELMS = ['helm3', 'helm4'] as const;

/** One claim of each decision, held. */
const CLAIMS: Readonly<Record<string, () => void | Promise<void>>> = {
  '0001-expressions-everywhere.md': async () => {
    for (const value of [toExpr(1), ref<number>(['port'], 'integer')] as unknown[]) {
      expect(() => `is ${value as string}`).toThrow('only Helm knows');
      expect(() => ({ ...(value as object) })).toThrow('only Helm knows');
      expect(() => [...(value as number[])]).toThrow('only Helm knows');
      expect(() => JSON.stringify(value)).toThrow('only Helm knows');
    }
    const uses = ['const n: number = v;', 'export const n = v + 1;', 'export const b = v > 3;'];
    const blocks = uses.map((use) => ({
      place: use,
      language: 'ts',
      text: `import { toExpr } from 'cdk8s-coder/engine';\nconst v = toExpr<number>(1);\n${use}\n`,
    }));
    const noticed = (await typeErrors(blocks)).map((line) => uses.findIndex((use) => line.startsWith(use)));
    expect(new Set(noticed)).toEqual(new Set(uses.keys()));
  },
  '0002-manifests-instead-of-l2.md': () => {
    const sources = fs.readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });
    const imports = sources
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => page(path.join('src', file)).text.match(/^import .*cdk8s-plus.*$/gm) ?? []);
    expect(imports).toEqual([]);
    expect(page('src/coder/constructs/deployment.ts').text).toMatch(/new Manifest\(/);
  },
  '0003-defaults-in-the-templates.md': async () => {
    const nulls = ['--set-json', 'coderd.replicas=null,coderd.nodeSelector=null'];
    const expected = coder({ coderd: { replicas: '', nodeSelector: null } });
    expect(await render(coderChartFiles(), nulls)).toEqual(expected);
    expect(dig(only(expected, 'Deployment'), 'spec', 'replicas')).toBeUndefined();
    const chart = writeChart(coderChartFiles());
    const wrong = ['template', 'coder', chart, '--skip-schema-validation', '--set', 'metrics.monitor=x'];
    for (const major of HELMS)
      expect((await helm(major, wrong)).stderr).toContain(
        'values.metrics.monitor: expected object (a map), got string',
      );
  },
  '0004-own-yaml-in-templates.md': async () => {
    for (const text of share(['a\n\n', 'a\u007fb', 'a\u0085b'], 3)) {
      const [own, usual] = [
        await render(mapChart(), mapArgs(text)),
        await render(toYamlChart(), mapArgs(text)).catch(() => ({})),
      ];
      expect(dig(own['Map/a'], 'data')).toEqual({ text });
      expect(dig((usual as Objects)['Map/a'], 'data')).not.toEqual({ text });
    }
  },
  '0005-names-and-labels.md': () => {
    const releases = [`${'a'.repeat(52)}b`, `${'a'.repeat(52)}c`].map((release) => coder({}, release));
    const names = releases.map((objects) =>
      Object.values(objects).map((one) => dig(one, 'metadata', 'name') as string),
    );
    for (const name of names.flat()) expect(name.length).toBeLessThanOrEqual(63);
    expect(names[0]?.filter((name) => (names[1] ?? []).includes(name))).toEqual(['environments']);
    expect(coder({ fullnameOverride: 'coder' }, 'other')).toHaveProperty(['Deployment/coderd']);
    expect(dig(only(coder(), 'Deployment'), 'spec', 'selector', 'matchLabels')).toEqual({
      'coder.deployment': 'coderd',
    });
  },
  '0006-empty-is-not-set.md': () => {
    const replicas = (given: Json): unknown =>
      dig(only(coder({ coderd: { replicas: given } }), 'Deployment'), 'spec', 'replicas');
    expect([replicas(null), replicas(0), replicas('')]).toEqual([undefined, 0, undefined]);
    const selected = (given: Json): unknown => {
      const nodeSelector = { 'kubernetes.io/arch': given };
      return dig(podTemplate(coder({ coderd: { nodeSelector } })), 'spec', 'nodeSelector');
    };
    expect([selected(null), selected('arm64')]).toEqual([
      { 'kubernetes.io/os': 'linux' },
      { 'kubernetes.io/arch': 'arm64', 'kubernetes.io/os': 'linux' },
    ]);
    expect(() => coder({ image: { tag: null } })).toThrow(
      /^values\.image\.tag: expected .+, got null; leave the key out/,
    );
  },
  '0007-one-monitor.md': () => {
    const kinds = (kind: string): readonly string[] =>
      Object.keys(coder({ metrics: { monitor: { kind }, rules: { job: 'coder' } } }));
    const monitors = (kind: string): readonly string[] => kinds(kind).filter((key) => key.includes('Monitor/'));
    expect(['PodMonitor', 'ServiceMonitor', 'None'].map((kind) => monitors(kind).length)).toEqual([1, 1, 0]);
    expect(kinds('ServiceMonitor')).toContain('Service/coderd-metrics');
    expect(kinds('PodMonitor')).not.toContain('Service/coderd-metrics');
  },
  '0008-whole-directories.md': () => {
    const directory = path.join(temporaryDirectory(), 'out');
    const write = (...names: readonly string[]): unknown =>
      writeDirectory(directory, new Map(names.map((name) => [name, name])));
    write('a.yaml', 'b.yaml');
    write('b.yaml');
    expect(fs.readdirSync(directory)).toEqual(['.generated-files', 'b.yaml']);
    const { ino } = fs.statSync(directory);
    write('b.yaml');
    expect(fs.statSync(directory).ino).toBe(ino);
    fs.writeFileSync(path.join(directory, 'a.yaml'), 'mine');
    expect(() => write('a.yaml', 'b.yaml')).toThrow('got a.yaml; move it away');
  },
  '0009-environment-by-name.md': () => {
    const extraEnv = [
      { name: 'HUMAN_LOG', value: 'x' },
      { name: 'MINE', value: 'y' },
    ];
    const objects = coder({
      coderd: { extraEnv, extraVolumes: [{ name: 'tmp-pgcerts', emptyDir: { medium: 'Memory' } }] },
    });
    for (const [i, container] of containers(objects).entries()) {
      const names = listAt(container, 'env').map((entry) => dig(entry, 'name'));
      const before = listAt(containers(coder())[i], 'env').map((entry) => dig(entry, 'name'));
      expect(names).toEqual([...before, 'MINE']);
    }
    const env = { B: { value: 'b' }, A: { value: 'a' }, C: null };
    for (const container of containers(coder({ coderd: { env, extraEnv } })))
      expect(listAt(container, 'env').map((entry) => dig(entry, 'name'))).toEqual(
        expect.arrayContaining(['A', 'B', 'MINE']),
      );
    expect(JSON.stringify(coder({ coderd: { env } }))).not.toContain('"C"');
    expect(dig(podTemplate(objects), 'spec', 'volumes')).toEqual([
      { name: 'tmp-pgcerts', emptyDir: { medium: 'Memory' } },
    ]);
  },
  '0010-typed-promql.md': async () => {
    const { rate } = promqlFor(CODERD_1_36.metrics);
    const query = rate('process_cpu_seconds_total', { window: '1h' });
    const print = (selector: string): string => queryText(query, { selector });
    expect([print(''), print('pod="a"')]).toEqual([
      'rate(process_cpu_seconds_total[1h])',
      'rate(process_cpu_seconds_total{pod="a"}[1h])',
    ]);
    const wrong = ["rate('go_goroutines');", "quantile(0.9, 'coderd_license_user_count');"];
    const blocks = wrong.map((use) => ({
      place: use,
      language: 'ts',
      text: `import { CODERD_1_36 } from 'cdk8s-coder';\nimport { promqlFor } from 'cdk8s-coder/observability';\nconst { quantile, rate } = promqlFor(CODERD_1_36.metrics);\nvoid [quantile, rate];\n${use}\n`,
    }));
    expect(await typeErrors(blocks)).toHaveLength(wrong.length);
  },
  '0011-dashboards-as-files.md': async () => {
    const values = ['--set', 'metrics.alerts.licenseExpiresSoon.days=45'];
    const dashboard = (objects: Objects): string =>
      dig(objects['ConfigMap/coderd-dashboard-overview'], 'data', 'coder-overview.json') as string;
    const text = dashboard(await render(coderChartFiles(), values));
    expect(text).toBe(dashboard(coder({ metrics: { alerts: { licenseExpiresSoon: { days: 45 } } } })));
    expect(text).toContain('"value": 45');
    const file = coderChartFiles().get('files/dashboards/coder-overview.json') ?? '';
    expect(JSON.parse(file)).toBeDefined();
    expect(file).toContain('"@{alerts.CoderdLicenseExpiresSoon.days}"');
  },
  '0012-alerts-as-values.md': () => {
    const paths = leavesOf(CODER_VALUES).map(({ path: at }) => at.join('.'));
    for (const { name } of ALERTS) expect(paths).toContain(`metrics.alerts.${MIXIN.settingOf({ name })}.enabled`);
    const alerts = (given: Json): string =>
      JSON.stringify(only(coder({ metrics: { alerts: given } }), 'PrometheusRule'));
    expect(alerts({ scrapeDown: { enabled: false } })).not.toContain('CoderdScrapeDown"');
    expect(alerts({ scrapeDown: { labels: { team: 'ide' } } })).toContain('"team":"ide"');
  },
  '0013-presets.md': () => {
    const all = (preset: string): string => JSON.stringify(coder({ metrics: { preset } }));
    expect(all('full')).toContain('go_memory_classes_total_bytes');
    const { metadata, ...lean } = only(coder({ metrics: { preset: 'lean' } }), 'PrometheusRule') as JsonObject;
    expect(metadata).toBeDefined();
    expect(JSON.stringify(lean)).not.toContain('go_memory_classes');
    expect(all('native')).toContain('convertClassicHistogramsToNHCB');
    expect(all('native')).not.toMatch(/_bucket[{[]/);
  },
  '0014-proof-by-backfill.md': alertsAreSimulated,
  '0015-runbooks-of-an-installation.md': () => {
    const files = coderChartFiles();
    expect([...files.keys()].filter((file) => /runbook|\.md$/i.test(file))).toEqual(['README.md']);
    expect(files.get('templates/NOTES.txt')).toContain(
      'npx cdk8s-coder runbooks --release {{ .Release.Name }} --namespace {{ .Release.Namespace }}\n',
    );
  },
  '0016-rules-between-values.md': () => {
    const said = 'values.metrics.monitor.scrapeTimeout: expected at most metrics.monitor.interval, which is ';
    expect(() => coder({ metrics: { monitor: { interval: '15s', scrapeTimeout: '30s' } } })).toThrow(said);
    expect(coderChartFiles().get('templates/_defaults.tpl')).toContain('at most metrics.monitor.interval, which is %s');
    expect(coderChartFiles().get('values.schema.json')).not.toMatch(/"(if|then)":/);
    const extraGroups = [{ name: 'mine', rules: [] }];
    expect(Object.keys(coder({ metrics: { rules: { extraGroups } } }))).toContain('PrometheusRule/coderd-rules-extra');
    expect(() => coder({ metrics: { monitor: { relabelings: [{ targetLabel: 'a', regex: '(?=a)' }] } } })).toThrow(
      'RE2',
    );
  },
  '0017-rules-name-their-monitor.md': () => {
    const files = coderManifestFiles({}, { releaseName: 'coder', namespace: 'coder' });
    const rules = files.get('PrometheusRule.coderd-rules.yaml');
    expect(rules).toContain('job="coder/master-monitor"');
    expect(rules).not.toMatch(/\$\(|namespace="/);
    const job = { monitor: { jobLabel: 'app' }, rules: { job: 'coderd' } };
    expect(JSON.stringify(coder({ metrics: job }))).toContain('job=\\"coderd\\", namespace=\\"coder\\"');
    for (const place of [files.get('kustomization.yaml'), coderChartFiles().get('templates/NOTES.txt')])
      expect(place).toContain('| npx cdk8s-coder check -\n');
  },
  '0018-the-model-as-data.md': () => {
    const out = path.join(temporaryDirectory(), 'out');
    expect(program(['synth', '--out', out]).status).toBe(0);
    for (const [file, text] of coderManifestFiles({}, { releaseName: 'coder', namespace: 'coder' }))
      expect(fs.readFileSync(path.join(out, file), 'utf8')).toBe(text);
  },
  '0019-a-chart-is-compared-before-it-is-written.md': () => {
    const values = section('Values.', { password: text({ description: 'Password.', default: 'a', format: 'word' }) });
    const chartWith = (encode: (of: string) => string) =>
      renderHelmChart({
        metadata: { name: 'sample', version: '0.1.0', description: 'Sample' },
        values,
        build: (chart, handles) => {
          const password = asText(handles.password);
          new kplus.Secret(chart, 'Secret', { stringData: { password, encoded: encode(password) } });
        },
      });
    expect(() => chartWith((of) => Buffer.from(of).toString('base64'))).toThrow(
      /^values\.password: .*stringData\.encoded is /,
    );
    expect(chartWith((of) => `is ${of}`).size).toBeGreaterThan(5);
  },
  '0020-patterns-say-what-is-allowed.md': async () => {
    const chart = writeChart(coderChartFiles());
    for (const major of HELMS) {
      const { stderr } = await helm(major, ['template', 'coder', chart, '--set', 'coderd.replicas=three']);
      expect(stderr).toContain('(an integer >= 0, or ""){0}');
    }
  },
  '0021-sections-in-lists-and-maps.md': itemsAreFilled,
  '0022-incidents-judge-the-alerts.md': alertsAreJudged,
  '0023-grafanas-own-components-draw.md': grafanaDraws,
};

type JsonObject = Readonly<Record<string, Json>>;

/** What both Helms make of a chart. */
async function render(files: Files, args: readonly string[] = []): Promise<Objects> {
  const chart = writeChart(files);
  const runs = await Promise.all(
    HELMS.map((major) => helm(major, ['template', 'coder', chart, '--namespace', 'coder', ...args])),
  );
  const failed = runs.find(({ code }) => code !== 0);
  if (failed !== undefined) throw new Error(failed.stderr);
  const [three = {}, four] = runs.map(({ stdout }) => parseObjects(stdout));
  expect(four).toEqual(three);
  return three;
}

/** A chart that passes a map of the user on. */
function mapChart(): Files {
  return renderHelmChart({
    metadata: { name: 'map', version: '0.1.0', description: 'A map' },
    values: section('Values.', { data: manifest('unknown', { description: 'Data.', default: { text: '' } }) }),
    build: (chart, { data }) => {
      new Manifest(chart, 'Map', { apiVersion: 'v1', kind: 'Map', metadata: { name: 'a' }, data });
    },
  });
}

/** The same, as people write it. */
function toYamlChart(): Files {
  const template = 'apiVersion: v1\nkind: Map\nmetadata:\n  name: a\ndata:\n  {{- toYaml .Values.data | nindent 2 }}\n';
  return new Map([...mapChart(), ['templates/map.yaml', template]]);
}

function mapArgs(text: string): readonly string[] {
  return ['--skip-schema-validation', '--set-json', `data=${JSON.stringify({ text })}`];
}

describe('docs/decisions', () => {
  const files = fs.readdirSync(path.join(ROOT, 'docs/decisions')).sort();

  test('are numbered without a gap, and a claim of each is tested', () => {
    expect(files.map((file) => Number(file.slice(0, 4)))).toEqual(files.map((_, i) => i + 1));
    expect(Object.keys(CLAIMS)).toEqual(files);
  });

  test.each(files)('%s says context, decision and consequences in at most 40 lines', (file) => {
    const { text } = page(path.join('docs/decisions', file));
    expect([...text.matchAll(/^## (.*)$/gm)].map(({ 1: title }) => title)).toEqual([
      'Context',
      'Decision',
      'Consequences',
    ]);
    expect(text).toMatch(new RegExp(`^# ${file.slice(0, 4)} `));
    expect(text.split('\n').length - 1).toBeLessThanOrEqual(40);
  });

  test.each(files)('%s is held by the code', async (file) => {
    await CLAIMS[file]?.();
    expect(CLAIMS).toHaveProperty([file]);
  });
});
