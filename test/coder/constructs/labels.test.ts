import { Testing } from 'cdk8s';
import { Coder } from '../../../src/coder/constructs';
import type { Json } from '../../../src/engine/expr';
import { byKey } from '../../support/manifests';
import { withValue } from '../../support/values';

const COMMON: Readonly<Record<string, Json>> = {
  commonLabels: { team: 'all', site: 'all' },
  commonAnnotations: { team: 'all', site: 'all' },
  metrics: { monitor: { kind: 'ServiceMonitor' } },
};
const OWN = { team: 'own' };

describe('a label or annotation of one object wins over that of all objects:', () => {
  test.each([
    ['coderd', 'Deployment/coderd'],
    ['service', 'Service/coderd'],
    ['serviceAccount', 'ServiceAccount/coder'],
    ['workspaceServiceAccount', 'ServiceAccount/environments'],
    ['metrics.service', 'Service/coderd-metrics'],
    ['metrics.monitor', 'ServiceMonitor/master-monitor'],
    ['metrics.rules', 'PrometheusRule/coderd-rules'],
    ['metrics.dashboards', 'ConfigMap/coderd-dashboard-overview'],
  ])('%s of %s', (section, key) => {
    const path = section.split('.');
    const props = ['labels', 'annotations'].reduce((all, map) => withValue(all, [...path, map], OWN), COMMON);
    const chart = Testing.chart();
    new Coder(chart, 'coder', props);
    expect(byKey(Testing.synth(chart) as readonly Json[])[key]).toMatchObject({
      metadata: { labels: { team: 'own', site: 'all' }, annotations: { team: 'own', site: 'all' } },
    });
  });
});

test('the labels of Kubernetes say what each object is: the application, the release, its part and the whole', () => {
  const chart = Testing.chart();
  // The PodMonitor is the documented one, which has no labels.
  const metrics = { monitor: { kind: 'None' }, rules: { job: 'mine' }, service: { enabled: true } } as const;
  new Coder(chart, 'coder', { releaseName: 'mine', nameOverride: 'app', metrics });
  const objects = Testing.synth(chart) as readonly Json[];
  expect(objects.length).toBeGreaterThan(10);
  for (const object of objects) {
    expect(object).toMatchObject({
      metadata: {
        labels: {
          'app.kubernetes.io/name': 'app',
          'app.kubernetes.io/instance': 'mine',
          'app.kubernetes.io/part-of': 'coder',
        },
      },
    });
  }
});
