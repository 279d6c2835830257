import { PRESETS } from '../../observability/mixin';
import { DEFAULT_VERSION } from '../versions';
import { annotations, bool, choice, labels, section, text } from '../../engine/values';

const API = 'https://prometheus-operator.dev/docs/api-reference/api/';
const GRAFANA = 'https://grafana.github.io/grafana-operator/docs/api/#grafanadashboardspec';

/** How much Prometheus keeps. */
export const preset = choice(PRESETS, {
  description:
    'How much of the metrics Prometheus keeps. "full": all 91. "lean": without details of the Go runtime and four buckets of the request latency; rules and panels that need them vanish too. "native": all, histograms as native ones with custom buckets (Prometheus 3, Operator 0.82 or later).',
  default: 'full',
});

/** The object with the recording rules and alerts. */
export const rules = section(
  'Recording rules and alerts, in one PrometheusRule; needs a monitor of a kind but "None".',
  {
    enabled: bool({
      description: 'Makes the PrometheusRule.',
      default: true,
      see: `${API}#monitoring.coreos.com/v1.PrometheusRule`,
    }),
    labels: labels({
      description:
        'Labels for the object. kube-prometheus-stack looks for "release: <its release name>" unless told otherwise.',
      default: {},
    }),
    annotations: annotations({ description: 'Annotations for the object.', default: {} }),
    job: text({
      description:
        'Label "job" of the metrics that the rules read; "" is that of the monitor of this chart. Needed with metrics.monitor.jobLabel or relabelings that change it.',
      default: '',
      format: 'jobName',
    }),
    alertLabels: labels({ description: 'Labels for every alert, for example to route them to a team.', default: {} }),
    runbookUrl: text({
      description:
        'Where the runbooks of docs/runbooks are published, without a slash at the end; alerts link to <this>/<alert>.md.',
      default: 'docs/runbooks',
    }),
  },
);

/** What is promised to users. */
export const slo = section(
  'What is promised to users; burn-rate alerts watch it over 30 days.',
  DEFAULT_VERSION.mixin.profile.objectives,
);

/** Settings of each alert. */
export const alerts = section('Alerts, by name without the prefix "Coderd".', DEFAULT_VERSION.mixin.alertSections);

/** The dashboards of Grafana. */
export const dashboards = section('Dashboards of Grafana.', {
  kind: choice(['ConfigMap', 'GrafanaDashboard', 'None'], {
    description:
      'How they reach Grafana: "ConfigMap" for the sidecar of the Grafana chart, "GrafanaDashboard" for the Grafana Operator, version 5. Two releases whose dashboards one Grafana reads would fight over them: give the second one "None".',
    default: 'ConfigMap',
  }),
  labels: labels({
    description: 'Labels for the objects; by default the one that the sidecar of kube-prometheus-stack looks for.',
    default: { grafana_dashboard: '1' },
  }),
  annotations: annotations({ description: 'Annotations for the objects.', default: {} }),
  folder: text({
    description:
      'Folder in Grafana; "" is the default one. A ConfigMap says it in the annotation grafana_folder, which the sidecar must be told to read (sidecar.dashboards.folderAnnotation).',
    default: '',
  }),
  instanceSelector: labels({
    description: 'Labels of the Grafana objects that a GrafanaDashboard is for.',
    default: { dashboards: 'grafana' },
    see: GRAFANA,
  }),
  allowCrossNamespaceImport: bool({
    description: 'Lets a GrafanaDashboard be for Grafana objects of other namespaces.',
    default: false,
    see: GRAFANA,
  }),
});
