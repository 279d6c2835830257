import {
  type Leaf,
  annotations,
  bool,
  choice,
  exactly,
  labels,
  manifest,
  optionalInt,
  section,
  text,
  textList,
} from '../../engine/values';
import type { CoderdVersion } from '../versions';
import { relabelings } from './relabelings';
import { alerts, dashboards, preset, rules, slo } from './observability-values';

const API = 'https://prometheus-operator.dev/docs/api-reference/api/';
const MONITOR = `${API}#monitoring.coreos.com/v1.PodMonitor`;

function limit(what: string): Leaf<number | ''> {
  return optionalInt({ description: `${what}; "" means no limit.`, default: '', min: 0, see: MONITOR });
}

/** How Prometheus gets coderd's metrics, and what is made of them. */
export function metrics(version: CoderdVersion) {
  return section("How Prometheus gets Coder's metrics, and what is made of them.", {
    preset,
    service: section(
      `A headless Service for port ${String(version.ports.metrics.containerPort)}, inside the cluster only.`,
      {
        enabled: bool({ description: 'Create the Service; always created for a ServiceMonitor.', default: false }),
        labels: labels({ description: 'Labels for the Service.', default: {} }),
        annotations: annotations({ description: 'Annotations for the Service.', default: {} }),
      },
    ),
    monitor: section('The object that tells the Prometheus Operator what to scrape.', {
      kind: choice(['PodMonitor', 'ServiceMonitor', 'None'], {
        description: 'Its kind; "None" for clusters without the Prometheus Operator.',
        default: 'PodMonitor',
        see: MONITOR,
      }),
      labels: labels({
        description: 'Labels for the object. kube-prometheus-stack selects "release: <its release name>" by default.',
        default: {},
        sharedAs: 'selectedLabels',
      }),
      annotations: annotations({ description: 'Annotations for the object.', default: {} }),
      target: section('What to scrape where coderd.enabled is false; otherwise the pods of this chart are.', {
        matchLabels: labels({
          description:
            'Labels of the pods, or, for a ServiceMonitor, of a Service with the port. If empty, app.kubernetes.io/component: coderd.',
          default: {},
        }),
        port: text({
          description: 'Name of the metrics port; "" means prom-coderd.',
          default: '',
          format: 'portName',
        }),
      }),
      namespaceSelector: section("Namespaces to look in; by default the object's own.", {
        any: bool({
          description: 'Select all namespaces.',
          default: false,
          see: `${API}#monitoring.coreos.com/v1.NamespaceSelector`,
        }),
        matchNames: textList({
          description: 'Select these namespaces; that of the release too, if coderd.enabled.',
          default: [],
          format: 'dnsLabel',
        }),
      }),
      jobLabel: text({
        description: 'Label of the target whose value becomes the label "job".',
        default: '',
        see: MONITOR,
      }),
      podTargetLabels: labelKeys('Labels of the pod that are copied to its metrics.'),
      path: text({ description: 'Path of the metrics; "" means /metrics.', default: '', see: MONITOR }),
      scheme: choice(['', 'http', 'https'], {
        description: 'Protocol of the scrape; "" means http.',
        default: '',
        see: MONITOR,
      }),
      interval: text({
        description: 'Scrape interval; "" means the default of Prometheus.',
        default: '',
        format: 'duration',
        see: MONITOR,
      }),
      scrapeTimeout: text({
        description: 'Scrape timeout, at most the interval; "" means the default of Prometheus.',
        default: '',
        format: 'duration',
        see: MONITOR,
      }),
      honorLabels: bool({
        description: 'Keep labels of the metrics that conflict with target labels.',
        default: false,
        see: MONITOR,
      }),
      relabelings: relabelings('Changes to the targets before the scrape.'),
      metricRelabelings: relabelings('Changes to the metrics after the scrape.'),
      sampleLimit: limit('Samples per scrape, above which the scrape fails'),
      targetLimit: limit('Targets, above which none is scraped'),
      labelLimit: limit('Labels per sample'),
      labelNameLengthLimit: limit('Characters of a label name'),
      labelValueLengthLimit: limit('Characters of a label value'),
      tlsConfig: manifest<never>('operator.SafeTlsConfig', {
        description: 'TLS of the scrape.',
        default: {},
        see: `${API}#monitoring.coreos.com/v1.SafeTLSConfig`,
      }),
      authorization: manifest<never>('operator.SafeAuthorization', {
        description: 'Authorization header of the scrape, from a Secret.',
        default: {},
        see: `${API}#monitoring.coreos.com/v1.SafeAuthorization`,
      }),
      scrapeClass: text({ description: 'Scrape class of the Prometheus object.', default: '', see: MONITOR }),
    }),
    rules: rules(version),
    slo: slo(version),
    alerts: alerts(version),
    dashboards: dashboards(version),
  });
}

/** With an empty text, Prometheus refuses its whole configuration. */
function labelKeys(description: string): Leaf<readonly string[]> {
  const texts = textList({ description, default: [], see: MONITOR });
  return { ...texts, schema: { ...texts.schema, items: exactly('labelKey') } };
}
