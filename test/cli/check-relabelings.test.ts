import type { Json } from '../../src/engine/expr';
import { type Run } from './command';
import { DEFAULT, checkedObjects, podMonitor, pods, rules, serviceMonitor } from './written-objects';

const BOTH = `${DEFAULT}, namespace="coder"`;
const POD_LABEL = '__meta_kubernetes_pod_label_(.+)';

function relabeled(...relabelings: readonly Json[]): Run {
  return checkedObjects(podMonitor({}, { relabelings }), ...pods({ team: 'a' }), rules(BOTH));
}

function relabeledMetrics(...metricRelabelings: readonly Json[]): Run {
  return checkedObjects(podMonitor({}, { metricRelabelings }), ...pods({ team: 'a' }), rules(BOTH));
}

describe('check says that rules see nothing where relabelings drop the label', () => {
  test.each<[label: string, relabeling: Json]>([
    ['job', { action: 'labeldrop', regex: 'job' }],
    ['job', { action: 'LabelDrop', regex: 'j.b|pod' }],
    ['job', { action: 'labeldrop', regex: 'job|namespace' }],
    ['job', { action: 'labeldrop' }],
    ['job', { action: 'labelkeep', regex: 'namespace|pod|__.*' }],
    ['namespace', { action: 'labeldrop', regex: 'name.*' }],
    ['namespace', { action: 'labelkeep', regex: 'job|pod|__.*' }],
    ['namespace', { action: 'replace', targetLabel: 'namespace', replacement: '' }],
  ])('%s: %j', (label, relabeling) => {
    const stderr = `PrometheusRule coder/r: expected metrics with the label ${label}, got relabelings of PodMonitor coder/m that drop it; keep it\n`;
    expect(relabeled(relabeling)).toEqual({ status: 1, stdout: '', stderr });
    expect(relabeledMetrics(relabeling)).toEqual({ status: 1, stdout: '', stderr });
  });
});

describe('check does not guess what relabelings may write:', () => {
  test.each<[label: string, relabeling: Json]>([
    ['job', { action: 'labelmap', regex: '(.+)' }],
    ['job', { action: 'labelmap', regex: '__meta_kubernetes_pod_annotation_(.+)' }],
    ['job', { action: 'labelmap', regex: 'a(.)(.)', replacement: 'j${1}$2' }],
    ['job', { action: 'LabelMap', regex: 'pod', replacement: 'job' }],
    ['job', { sourceLabels: ['pod'], regex: '(.).*', targetLabel: 'jo${1}', replacement: 'a' }],
    ['namespace', { action: 'labelmap', regex: 'pod', replacement: 'namespace' }],
    ['namespace', { targetLabel: 'namespace' }],
  ])('%s, %j', (label, relabeling) => {
    for (const { status, stdout, stderr } of [relabeled(relabeling), relabeledMetrics(relabeling)]) {
      expect([status, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(/; not compared with PodMonitor coder\/m, since [^\n]+\n$/);
      expect(stdout).toContain(`the label ${label}`);
    }
  });

  test.each(['job', 'namespace'])('nor a label %s of pods or Services that labelmap copies', (label) => {
    const labels = { [label]: 'a' };
    const relabelings = [{ action: 'labelmap', regex: POD_LABEL }];
    expect(checkedObjects(podMonitor({}, { relabelings }), ...pods(labels), rules(BOTH)).stdout).toContain(
      `the label ${label}`,
    );
    const service = [{ action: 'labelmap', regex: POD_LABEL.replace('pod', 'service') }];
    const monitor = serviceMonitor({ endpoints: [{ relabelings: service }] });
    const own = rules('job="metrics", namespace="coder"');
    expect(checkedObjects(monitor, ...pods(labels), own).stdout).toContain(`the label ${label}`);
    expect(checkedObjects(monitor, ...pods({}), own).stdout).toContain('sees job="metrics", namespace="coder"');
  });

  test('where the pods are not among the objects', () => {
    const relabelings = [{ action: 'labelmap', regex: POD_LABEL }];
    expect(checkedObjects(podMonitor({}, { relabelings }), rules(DEFAULT)).stdout).toContain('not compared');
    expect(checkedObjects(podMonitor({}), rules(BOTH)).stdout).toContain('not compared');
    expect(checkedObjects(podMonitor({}), rules(DEFAULT)).stdout).toContain('sees job="coder/m" of');
  });
});

describe('check is not misled by', () => {
  test.each<[relabelings: readonly Json[]]>([
    [[{ action: 'labelmap', regex: POD_LABEL }]],
    [[{ action: 'labelmap', regex: '__meta_kubernetes_pod_label_(.*)', replacement: '${1}' }]],
    [[{ action: 'labelmap', regex: '(.+)', replacement: 'pod_$1' }]],
    [[{ action: 'labeldrop', regex: 'jo|obs|namespaces' }]],
    [[{ action: 'labelkeep', regex: 'job|namespace|__.*' }]],
    [[{ action: 'drop', sourceLabels: ['pod'], regex: 'x', targetLabel: 'job' }]],
    [[{ action: 'KeepEqual', sourceLabels: ['pod'], targetLabel: 'job' }]],
    [[{ action: 'lowercase', sourceLabels: ['pod'], targetLabel: 'pod' }]],
    [
      [
        { action: 'labeldrop', regex: 'job' },
        { targetLabel: 'job', replacement: 'coder/m' },
      ],
    ],
  ])('%j', (relabelings) => {
    expect(relabeled(...relabelings).stdout).toContain(': sees job="coder/m", namespace="coder" of PodMonitor');
  });
});
