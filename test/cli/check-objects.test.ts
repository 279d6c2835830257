import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Json } from '../../src/engine/expr';
import { temporaryDirectory } from '../support/folder';
import { type Run, cli } from './command';
import { DEFAULT, REWRITE, checkedObjects, podMonitor, pods, rules, serviceMonitor } from './written-objects';

describe('check knows the job that the Prometheus Operator gives:', () => {
  test.each<[claim: string, job: string, objects: readonly Json[]]>([
    ['the namespace and name of a PodMonitor', 'coder/m', [podMonitor({})]],
    ['the label that jobLabel names', 'a', [podMonitor({ jobLabel: 'x' }), ...pods({ x: 'a' })]],
    ['the usual one where pods have no such label', 'coder/m', [podMonitor({ jobLabel: 'x' }), ...pods({})]],
    ['the usual one where the label is empty', 'coder/m', [podMonitor({ jobLabel: 'x' }), ...pods({ x: '' })]],
    ['the name of the Service', 'metrics', [serviceMonitor({}), ...pods({})]],
    ['a label of the Service', 'a', [serviceMonitor({ jobLabel: 'x' }), ...pods({ x: 'a' })]],
    ['what a relabeling always writes', 'mine', [podMonitor({}, { relabelings: [REWRITE] })]],
    ['what the last one writes', 'mine', [podMonitor({}, { relabelings: [{ ...REWRITE, regex: 'a' }, REWRITE] })]],
    [
      'not what one of another label does',
      'coder/m',
      [podMonitor({}, { relabelings: [{ ...REWRITE, targetLabel: 'a' }] })],
    ],
  ])('%s', (_, job, objects) => {
    const see = (own: string): Run => checkedObjects(...objects, rules(`job="${own}"`));
    expect(see(job).stdout).toContain(`: sees job="${job}"`);
    expect(see(`${job}x`).stderr).toContain(` see job="${job}"`);
  });

  test.each<[reason: string, objects: readonly Json[]]>([
    ['its jobLabel is a label of pods', [podMonitor({ jobLabel: 'x' })]],
    ['its Service is not among the objects', [serviceMonitor({}), ...pods({ app: 'b' })]],
    ['its Service is not among the objects', [serviceMonitor({ selector: { matchExpressions: [] } }), ...pods({})]],
    ['a relabeling writes the label job', [podMonitor({}, { relabelings: [REWRITE, { ...REWRITE, regex: 'a' }] })]],
    ['a relabeling writes the label job', [podMonitor({}, { relabelings: [{ ...REWRITE, replacement: '$1' }] })]],
    ['a relabeling writes the label job', [podMonitor({}, { relabelings: [{ ...REWRITE, action: 'HashMod' }] })]],
    ['a relabeling of metrics writes the label job', [podMonitor({}, { metricRelabelings: [REWRITE] })]],
    ['it has no namespace', [{ ...(podMonitor({}) as object), metadata: { name: 'm' } }]],
  ])('or says that it does not, since %s', (reason, objects) => {
    const { status, stdout, stderr } = checkedObjects(...objects, rules('job="a"'));
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /^PrometheusRule coder\/r: selects job="a"; not compared with (Pod|Service)Monitor [^\n]*\n$/,
    );
    expect(stdout).toContain(`, since ${reason}\n`);
  });
});

describe('check knows what selectors see:', () => {
  test.each<[matchers: string, metric: string, group: string, isSeen: boolean]>([
    [DEFAULT, 'up', 'coderd-api', true],
    ['pod="x"', 'up', 'coderd-api', true],
    ["job=~'coder/.*',namespace!=`other`", 'up', 'coderd-api', true],
    ['job=~"coder"', 'up', 'coderd-api', false],
    ['job!~"(?i)CODER/.+"', 'up', 'coderd-api', false],
    ['job=~"("', 'up', 'coderd-api', false],
    [`${DEFAULT}, namespace="other"`, 'up', 'coderd-api', false],
    ['job="other"', 'up', 'mine', true],
    ['job="other"', 'coderd_api_concurrent_requests', 'mine', false],
    ['job="other"', 'namespace_job:coderd_api_requests:rate5m', 'mine', false],
  ])('{%s} of %s in the group %s: %s', (matchers, metric, group, isSeen) => {
    const own = rules(DEFAULT);
    const { status, stderr } = checkedObjects(podMonitor({}), ...pods({}), own, rules(matchers, metric, group));
    expect([status, stderr === '']).toEqual(isSeen ? [0, true] : [1, false]);
  });

  test('any namespace where a relabeling writes it', () => {
    const monitor = podMonitor({}, { relabelings: [{ targetLabel: 'namespace' }] });
    expect(checkedObjects(monitor, ...pods({}), rules(`${DEFAULT}, namespace="x"`)).status).toBe(0);
  });

  test('pods of another namespace, and none where the monitor leaves its own out', () => {
    const monitor = podMonitor({ namespaceSelector: { matchNames: ['other'] } });
    const see = (...found: readonly Json[]): Run => checkedObjects(monitor, ...found, rules(DEFAULT));
    expect([see().status, see(...pods({}, 'other')).status]).toEqual([0, 0]);
    expect(see(...pods({}))).toEqual({
      status: 1,
      stdout: '',
      stderr:
        'PrometheusRule coder/r: expected pods in the namespaces of PodMonitor coder/m, got none; set metrics.monitor.namespaceSelector\n',
    });
    const any = podMonitor({ namespaceSelector: { any: true } });
    expect(checkedObjects(any, ...pods({}), rules(`${DEFAULT}, namespace="coder"`)).status).toBe(0);
  });
});

describe('check reads', () => {
  test('lists, as kubectl get prints them', () => {
    const list = { kind: 'List', items: [podMonitor({}), { kind: 'List', items: [rules('job="x"')] }] };
    expect(checkedObjects(list).stderr).toContain('got job="x"; ');
  });
});

describe('check refuses in one line', () => {
  test.each<[claim: string, files: Readonly<Record<string, string | Uint8Array>>, place: string, said: RegExp]>([
    ['nothing', {}, 'none', /^none: expected a file or a directory, got nothing; check the path$/],
    ['an empty directory', {}, '.', /^\.: expected YAML files, got none; /],
    ['a text', { 'a.yaml': 'a' }, '.', /^a\.yaml: expected objects with a kind and a name, got something else; /],
    ['an object without a name', { 'a.yaml': 'kind: A' }, 'a.yaml', /^a\.yaml: expected objects with a kind and a /],
    ['no YAML', { 'a.yaml': 'a: {' }, 'a.yaml', /^a\.yaml: expected YAML, got an error: .*; correct it$/],
    [
      'other bytes',
      { 'a.yaml': Uint8Array.of(0xff) },
      'a.yaml',
      /^a\.yaml: expected YAML, got an error: .*; correct it$/,
    ],
    ['an alias of nothing', { 'a.yaml': 'a: *b' }, 'a.yaml', /^a\.yaml: expected YAML, got an error: /],
    [
      'no monitor',
      { 'a.json': JSON.stringify(rules('')) },
      '.',
      /^\.: expected a PodMonitor or a ServiceMonitor among /,
    ],
    [
      'no rules',
      { 'a.yml': JSON.stringify(podMonitor({})) },
      'a.yml',
      /^a\.yml: expected a PrometheusRule of coderd among /,
    ],
  ])('%s', (_, files, place, said) => {
    const cwd = temporaryDirectory();
    for (const [file, text] of Object.entries(files)) fs.writeFileSync(path.join(cwd, file), text);
    const { status, stdout, stderr } = cli(['check', place], { cwd });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect(stderr.trimEnd()).toMatch(said);
  });
});
