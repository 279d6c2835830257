import * as fs from 'node:fs';
import * as path from 'node:path';
import { Coder } from '../../src/coder/constructs';
import { writeDirectory } from '../../src/engine/output';
import { renderManifests } from '../../src/engine/synth';
import { temporaryDirectory } from '../support/folder';
import { kubectl } from '../support/helm';
import { differences, parseObjects } from '../support/manifests';
import { share } from '../support/share';
import { CHART, ROOT, cli, linesOf, objectsIn, program, synth, textsIn } from './command';

const DEFAULT = synth([]);

/** Lines that only one of two directories has, by file. */
function changes(before: string, after: string): Readonly<Record<string, readonly string[]>> {
  const files = new Set([before, after].flatMap((directory) => Object.keys(textsIn(directory))));
  const all = [...files].sort().map((file) => [file, changedLines(before, after, file)] as const);
  return Object.fromEntries(all.filter(([, lines]) => lines.length > 0));
}

function changedLines(before: string, after: string, file: string): readonly string[] {
  const [old, now] = [before, after].map((directory) =>
    fs.existsSync(path.join(directory, file)) ? linesOf(directory, file) : [],
  );
  return [...only(old, now).map((line) => `- ${line.trim()}`), ...only(now, old).map((line) => `+ ${line.trim()}`)];
}

function only(lines: readonly string[] = [], others: readonly string[] = []): readonly string[] {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Some lines, among others. */
function withLines(...patterns: readonly RegExp[]): unknown {
  return expect.arrayContaining(patterns.map((pattern): unknown => expect.stringMatching(pattern)));
}

describe('synth', () => {
  test('writes one object a file, called after its kind and name, and a list of them', () => {
    expect(DEFAULT.run).toMatchObject({ status: 0, stdout: `${DEFAULT.out}: 16 files, 16 written, 0 removed\n` });
    const { 'kustomization.yaml': list, ...files } = textsIn(DEFAULT.out);
    const names = Object.entries(files).map(([file, text]) => [file, Object.keys(parseObjects(text))]);
    expect(names).toEqual(Object.keys(files).map((file) => [file, [file.replace(/^(\w+)\.(.*)\.yaml$/, '$1/$2')]]));
    expect(list?.match(/(?<=- ).*/g)?.sort()).toEqual(Object.keys(files).sort());
  });

  test.each<[string, Readonly<Record<string, unknown>>]>([
    [
      'coderd: {replicas: 3}',
      {
        'Deployment.coderd.yaml': ['- replicas: 1', '+ replicas: 3'],
        // The alert on missing pods knows how many there should be.
        'PrometheusRule.coderd-rules.yaml': withLines(/^- expr: .* < 1$/, /^\+ expr: .* < 3$/),
      },
    ],
    [
      'coderd: {resources: {limits: {memory: 2Gi}}}',
      {
        'Deployment.coderd.yaml': ['- memory: 512Mi', '- memory: 512Mi', '+ memory: 2Gi', '+ memory: 2Gi'],
        'PrometheusRule.coderd-rules.yaml': [
          expect.stringContaining('(0.9 * (512 * 1024^2))'),
          expect.stringContaining('(0.9 * (2 * 1024^3))'),
        ],
      },
    ],
    [
      'metrics: {alerts: {licenseExpiresSoon: {days: 45}}}',
      {
        'ConfigMap.coderd-dashboard-overview.yaml': withLines(/"value": 45/),
        'PrometheusRule.coderd-rules.yaml': withLines(/^\+ expr: .* < 45\)/),
      },
    ],
    ['service: {http: {port: 8080}}', { 'Service.coderd.yaml': ['- port: 80', '+ port: 8080'] }],
    [
      'service: {type: ClusterIP}',
      { 'Service.coderd.yaml': ['- type: LoadBalancer', '- externalTrafficPolicy: Local', '+ type: ClusterIP'] },
    ],
    ['metrics: {monitor: {interval: 30s}}', { 'PodMonitor.master-monitor.yaml': ['+ interval: 30s'] }],
    ['rbac: {extraRules: [{verbs: [get]}]}', { 'Role.coder.yaml': ['+ - verbs:', '+ - get'] }],
    ['{}', {}],
  ])('given %s changes exactly the lines that are about it', (text, expected) => {
    expect(changes(DEFAULT.out, synth([`${text}\n`]).out)).toEqual(expected);
  });

  test('leaves out what a value switches off, and takes away what an earlier run wrote of it', () => {
    const { out } = synth([]);
    const file = path.join(temporaryDirectory(), 'values.yaml');
    fs.writeFileSync(file, 'metrics: {monitor: {kind: None}, rules: {enabled: false}}\n');
    expect(cli(['synth', '-f', file, '--out', out]).stdout).toBe(`${out}: 14 files, 1 written, 2 removed\n`);
    const lost = changes(DEFAULT.out, out);
    const gone = ['PodMonitor.master-monitor.yaml', 'PrometheusRule.coderd-rules.yaml'];
    expect(Object.keys(lost)).toEqual([...gone, 'kustomization.yaml']);
    const advice = expect.stringMatching(/^- # /) as unknown;
    expect(lost['kustomization.yaml']).toEqual([advice, advice, advice, ...gone.map((file) => `- - ${file}`)]);
    expect(fs.existsSync(path.join(out, 'PodMonitor.master-monitor.yaml'))).toBe(false);
  });

  test('names and places a release', () => {
    const { run, out } = synth([], ['--release', 'ide', '-n', 'tools']);
    expect(run.status).toBe(0);
    expect(fs.readdirSync(out)).toContain('Deployment.ide-coderd.yaml');
    for (const object of Object.values(objectsIn(out)))
      expect(object).toMatchObject({ metadata: { namespace: 'tools' } });
  });

  test.each([[[]], [['--release', 'ide']]])(
    '%j writes a kustomization that builds to exactly its objects',
    async (args) => {
      const { out } = synth(['metrics: {monitor: {kind: ServiceMonitor}}\n'], args);
      const { code, stdout } = await kubectl(['kustomize', out]);
      expect(code).toBe(0);
      expect(differences(parseObjects(stdout), objectsIn(out))).toEqual([]);
    },
  );

  test('writes what is committed', () => {
    expect(textsIn(DEFAULT.out)).toEqual(textsIn(path.join(ROOT, 'dist')));
  });

  test('is what cdk8s synth runs', () => {
    const other = path.join(temporaryDirectory(), 'cdk8s');
    expect(program(['synth'], { entry: 'tools/run.cjs', env: { CDK8S_OUTDIR: other } })).toMatchObject({
      status: 0,
      stderr: DEFAULT.run.stderr,
    });
    expect(textsIn(other)).toEqual(textsIn(DEFAULT.out));
  });

  test('writes nothing of a model that breaks down half-way', () => {
    const out = path.join(temporaryDirectory(), 'out');
    const write = (): unknown =>
      writeDirectory(
        out,
        renderManifests(
          (chart) => {
            new Coder(chart, 'one');
            new Coder(chart, 'two', { coderd: { replicas: -1 } });
          },
          { releaseName: 'coder', namespace: 'coder' },
        ),
      );
    expect(write).toThrow('values.coderd.replicas: expected an integer >= 0');
    expect(fs.existsSync(out)).toBe(false);
  });
});

test('chart writes the committed chart', () => {
  const out = path.join(temporaryDirectory(), 'chart');
  expect(cli(['chart', '--out', out])).toMatchObject({ status: 0, stderr: '' });
  expect(textsIn(out)).toEqual(textsIn(CHART));
});

test.each(['synth', 'chart'])('%s says so and touches nothing when all is up to date', (command) => {
  const cwd = temporaryDirectory();
  const times = (): readonly unknown[] =>
    fs.readdirSync(cwd, { recursive: true }).map((file) => {
      const { ino, mtimeNs, ctimeNs } = fs.statSync(path.join(cwd, String(file)), { bigint: true });
      return [file, ino, mtimeNs, ctimeNs];
    });
  expect(cli([command], { cwd }).stdout).toMatch(/^(dist|charts\/coder): \d+ files, \d+ written, 0 removed\n$/);
  const before = times();
  expect(cli([command], { cwd }).stdout).toMatch(/^(dist|charts\/coder): \d+ files, all up to date\n$/);
  expect(times()).toEqual(before);
});

test.each(share([[['synth', '-n', 'tools']], [['chart']], [['synth', '--relase', 'a']], [['help']]], 2))(
  '%j does and says the same in the compiled command line',
  (args) => {
    const [here, there] = [temporaryDirectory(), temporaryDirectory()];
    expect(program(args, { cwd: there })).toEqual(cli(args, { cwd: here }));
    expect(textsIn(there)).toEqual(textsIn(here));
  },
);

test('help says what the commands are', () => {
  for (const args of [[], ['help'], ['--help'], ['synth', '--help'], ['chart', '-h']])
    expect(cli(args)).toMatchObject({ status: 0, stderr: '' });
  expect(cli(['help']).stdout).toMatch(/synth[\s\S]*--values FILE[\s\S]*chart/);
});
