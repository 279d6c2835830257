import { PRESETS, labelsSetBy } from '../../observability/mixin';
import type { CoderdVersion } from '../versions';
import { alertLabels, annotations, bool, choice, jsonFiles, labels, section, text } from '../../engine/values';
import { ruleGroups } from './rule-groups';

const API = 'https://prometheus-operator.dev/docs/api-reference/api/';
const GRAFANA = 'https://grafana.github.io/grafana-operator/docs/api/#grafanadashboardspec';

/** How much Prometheus keeps. */
export const preset = choice(PRESETS, {
  description:
    'Metrics that Prometheus keeps. "full": all 91. "lean": without details of the Go runtime and four buckets of the request latency. "native": all, with native histograms (Prometheus 3, Operator 0.82).',
  default: 'full',
});

/** The object with the recording rules and alerts. */
export function rules({ mixin }: CoderdVersion) {
  return section('Recording rules and alerts, in one PrometheusRule.', {
    enabled: bool({
      description: 'Create the PrometheusRule, for the Prometheus Operator.',
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
        'Label "job" that the rules read; "" means that of this chart\'s monitor. Required where the chart cannot know it.',
      default: '',
      format: 'jobName',
    }),
    alertLabels: alertLabels({
      reserved: labelsSetBy(mixin.profile.alerts),
      description: 'Labels for every alert. Prometheus fills in "{{ $labels.namespace }}".',
      default: {},
    }),
    runbookUrl: text({
      description: 'URL where the runbooks are published: alerts link to <URL>/<alert>.md.',
      default: '',
      format: 'url',
    }),
    extraGroups: ruleGroups('Rules of your own, in a PrometheusRule of their own.'),
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
        'How dashboards reach Grafana: "ConfigMap" for the sidecar of its chart, "GrafanaDashboard" for the Grafana Operator 5, "None" where another release has them.',
      default: 'ConfigMap',
    }),
    labels: labels({
      description: 'Labels for the objects; by default, what the sidecar of kube-prometheus-stack selects.',
      default: { grafana_dashboard: '1' },
    }),
    annotations: annotations({ description: 'Annotations for the objects.', default: {} }),
    folder: text({
      description:
        'Folder in Grafana; "" means the default. A ConfigMap has it in the annotation grafana_folder, which the sidecar reads.',
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
        'Dashboards of your own, in JSON by file name, each with its own title and uid; not for kind "GrafanaDashboard". With Helm: --set-file \'metrics.dashboards.extra.mine\\.json=mine.json\'.',
      default: {},
      taken: mixin.profile.dashboards.map(({ uid }) => `${uid}.json`),
      texts: {
        title: mixin.profile.dashboards.map(({ title }) => title),
        uid: mixin.profile.dashboards.map(({ uid }) => uid),
      },
    }),
  });
}
