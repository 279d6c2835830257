import { PRESETS, labelsSetBy } from '../../observability/mixin';
import type { CoderdVersion } from '../versions';
import { alertLabels, annotations, bool, choice, jsonFiles, labels, section, text } from '../../engine/values';
import { ruleGroups } from './rule-groups';

const API = 'https://prometheus-operator.dev/docs/api-reference/api/';
const GRAFANA = 'https://grafana.github.io/grafana-operator/docs/api/#grafanadashboardspec';

/** How much Prometheus keeps. */
export const preset = choice(PRESETS, {
  description:
    'How much of the metrics Prometheus keeps. "full": all 91. "lean": without details of the Go runtime and four buckets of the request latency; rules and panels that need them are left out. "native": all, with native histograms (Prometheus 3, Operator 0.82 or later).',
  default: 'full',
});

/** The object with the recording rules and alerts. */
export function rules({ mixin }: CoderdVersion) {
  return section('Recording rules and alerts, in one PrometheusRule.', {
    enabled: bool({
      description: 'Create the PrometheusRule; set false for clusters without the Prometheus Operator.',
      default: true,
      see: `${API}#monitoring.coreos.com/v1.PrometheusRule`,
    }),
    labels: labels({
      description: 'Labels for the object. kube-prometheus-stack selects "release: <its release name>" by default.',
      default: {},
      sharedAs: 'selectedLabels',
    }),
    annotations: annotations({ description: 'Annotations for the object.', default: {} }),
    job: text({
      description:
        'Label "job" of the metrics that the rules read; "" means the job of this chart\'s monitor. Required if metrics.monitor.kind is "None", if a relabeling changes the job or jobLabel names a label that this chart does not set itself, and for a ServiceMonitor where coderd.enabled is false.',
      default: '',
      format: 'jobName',
    }),
    alertLabels: alertLabels({
      reserved: labelsSetBy(mixin.profile.alerts),
      description: 'Labels for every alert, for example of your team. Prometheus fills in "{{ $labels.namespace }}".',
      default: {},
    }),
    runbookUrl: text({
      description: 'URL where the runbooks are published: alerts link to <URL>/<alert>.md.',
      default: '',
      format: 'url',
    }),
    extraGroups: ruleGroups('Groups of rules of your own, in a PrometheusRule of their own.'),
  });
}

/** What is promised to users. */
export function slo({ mixin }: CoderdVersion) {
  return section('Service level objectives; burn-rate alerts track them over 30 days.', mixin.profile.objectives);
}

/** Settings of each alert. */
export function alerts({ mixin }: CoderdVersion) {
  return section('Alerts, by name without the prefix "Coderd".', mixin.alertSections);
}

/** The dashboards of Grafana. */
export function dashboards({ mixin }: CoderdVersion) {
  return section('Dashboards of Grafana.', {
    kind: choice(['ConfigMap', 'GrafanaDashboard', 'None'], {
      description:
        'How dashboards reach Grafana: "ConfigMap" for the sidecar of the Grafana chart, "GrafanaDashboard" for the Grafana Operator 5. If one Grafana reads those of two releases, set "None" for the second.',
      default: 'ConfigMap',
    }),
    labels: labels({
      description: 'Labels for the objects; the default is the one that the sidecar of kube-prometheus-stack selects.',
      default: { grafana_dashboard: '1' },
    }),
    annotations: annotations({ description: 'Annotations for the objects.', default: {} }),
    folder: text({
      description:
        'Folder in Grafana; "" means the default. A ConfigMap has it in the annotation grafana_folder, for a sidecar whose folderAnnotation is that.',
      default: '',
    }),
    instanceSelector: labels({
      description: 'Labels of the Grafana instances that import a GrafanaDashboard.',
      default: { dashboards: 'grafana' },
      see: GRAFANA,
    }),
    allowCrossNamespaceImport: bool({
      description: 'Allow Grafana instances in other namespaces to import a GrafanaDashboard.',
      default: false,
      see: GRAFANA,
    }),
    extra: jsonFiles({
      description:
        'Dashboards of your own, in JSON by the names of their files, each with a title and a uid of its own; not where kind is "GrafanaDashboard". With Helm: --set-file \'metrics.dashboards.extra.mine\\.json=mine.json\'.',
      default: {},
      taken: mixin.profile.dashboards.map(({ uid }) => `${uid}.json`),
      texts: {
        title: mixin.profile.dashboards.map(({ title }) => title),
        uid: mixin.profile.dashboards.map(({ uid }) => uid),
      },
    }),
  });
}
