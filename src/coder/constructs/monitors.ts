import { Construct } from 'constructs';
import { Manifest } from '../../engine/border';
import {
  type Expr,
  type Tree,
  type TreeMap,
  concat,
  firstNonEmpty,
  ifElse,
  ifSet,
  nonEmpty,
  optional,
  or,
  unlessEmpty,
} from '../../engine/expr';
import type { CoderHandles } from './handles';
import type { PartProps } from './part';
import { metadata } from './metadata';
import { droppedByPreset, isNative } from './preset';

type Values = CoderHandles['metrics']['monitor'];

/**
 * Tells the Prometheus Operator to scrape the pods of coderd. With the default values it is the PodMonitor of Coder's documentation.
 *
 * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PodMonitor
 */
export class CoderdPodMonitor extends Construct {
  constructor(scope: Construct, id: string, part: PartProps) {
    super(scope, id);
    const component = { 'app.kubernetes.io/component': part.names.workload };
    new Manifest(this, 'Resource', monitor(part, 'PodMonitor', component, 'podMetricsEndpoints'));
  }
}

/**
 * Tells the Prometheus Operator to scrape coderd through its headless metrics Service.
 *
 * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.ServiceMonitor
 */
export class CoderdServiceMonitor extends Construct {
  constructor(scope: Construct, id: string, part: PartProps) {
    super(scope, id);
    const component = { 'app.kubernetes.io/component': part.names.metricsService };
    new Manifest(this, 'Resource', monitor(part, 'ServiceMonitor', component, 'endpoints'));
  }
}

interface MonitorManifest extends TreeMap {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: TreeMap;
}

function monitor(part: PartProps, kind: string, own: TreeMap, endpoints: string): MonitorManifest {
  const values = part.values.metrics.monitor;
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind,
    metadata: metadata(part, part.names.monitor, undefined, values),
    spec: {
      jobLabel: ifSet(values.jobLabel),
      podTargetLabels: unlessEmpty(values.podTargetLabels),
      namespaceSelector: namespaceSelector(values),
      selector: { matchLabels: targetLabels(part, own) },
      [endpoints]: [endpoint(part)],
      ...limits(values),
      scrapeClass: ifSet(values.scrapeClass),
      convertClassicHistogramsToNHCB: optional(isNative(part), true),
    },
  };
}

/** Where this chart runs coderd, the labels of its pods; elsewhere those given, or those of Coder's own chart. */
function targetLabels({ values, version }: PartProps, own: TreeMap): Expr {
  const { matchLabels } = values.metrics.monitor.target;
  const foreign = { 'app.kubernetes.io/component': version.names.workload };
  return optional(values.coderd.enabled, own, optional(nonEmpty(matchLabels), matchLabels, foreign));
}

function namespaceSelector({ namespaceSelector: { any, matchNames } }: Values): Expr {
  return optional(or(any, nonEmpty(matchNames)), { any: optional(any, true), matchNames: unlessEmpty(matchNames) });
}

function endpoint(part: PartProps): TreeMap {
  const { values, version } = part;
  const of = values.metrics.monitor;
  const own = version.ports.metrics.name;
  return {
    port: ifElse(values.coderd.enabled, own, firstNonEmpty(of.target.port, own)),
    path: ifSet(of.path),
    scheme: ifSet(of.scheme),
    interval: ifSet(of.interval),
    scrapeTimeout: ifSet(of.scrapeTimeout),
    honorLabels: optional(of.honorLabels, true),
    relabelings: unlessEmpty(of.relabelings),
    metricRelabelings: unlessEmpty(concat(droppedByPreset(part), of.metricRelabelings)),
    tlsConfig: unlessEmpty(of.tlsConfig),
    authorization: unlessEmpty(of.authorization),
  };
}

function limits(of: Values): Readonly<Record<string, Tree>> {
  const { sampleLimit, targetLimit, labelLimit, labelNameLengthLimit, labelValueLengthLimit } = of;
  const all = { sampleLimit, targetLimit, labelLimit, labelNameLengthLimit, labelValueLengthLimit };
  return Object.fromEntries(Object.entries(all).map(([key, limit]) => [key, ifSet(limit)]));
}
