import { chartSuite } from './chart.mjs';
import { faultsSuite } from './faults.mjs';
import { gitopsSuite } from './gitops.mjs';
import { lifecycleSuite } from './lifecycle.mjs';
import { monitoringSuite } from './monitoring.mjs';
import { serviceMonitorSuite } from './service-monitor.mjs';
import { versionsSuite } from './versions.mjs';

/** The suites in the order in which they run; `shared` ones get the same cluster, in namespaces of their own. */
export const suites = {
  chart: { title: 'The chart', run: chartSuite, shared: true },
  gitops: { title: 'The manifests', run: gitopsSuite, shared: true },
  monitoring: { title: 'Monitoring', run: monitoringSuite, shared: true },
  lifecycle: { title: 'The life of a release', run: lifecycleSuite, shared: true },
  'service-monitor': { title: 'Monitoring by a ServiceMonitor', run: serviceMonitorSuite, shared: false },
  faults: { title: 'Faults', run: faultsSuite, shared: false },
  versions: { title: 'Versions of Kubernetes', run: versionsSuite, shared: false },
};
