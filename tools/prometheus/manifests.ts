// What the generator makes for an installation, read the way Prometheus and Grafana would.
import { parse } from 'yaml';
import { coderManifestFiles } from '../../src/cli';
import type { AnswerJson } from '../components';
import { type Read, type Reader, anything, fields, flag, jsonText, listOf, mapOf, optional, text } from '../read';

type ValuesFile = Parameters<typeof coderManifestFiles>[0];

/** A rule as it is, with its expression. */
const rule: Reader<Readonly<Record<string, unknown>> & { readonly expr: string }> = (value, at) => ({
  ...mapOf(anything)(value, at),
  ...fields({ expr: text })(value, at),
});

const prometheusRule = fields({
  spec: fields({ groups: listOf(fields({ name: text, rules: optional(listOf(rule)) })) }),
});

const podMonitor = fields({
  spec: fields({
    podMetricsEndpoints: listOf(fields({ metricRelabelings: optional(listOf(mapOf(anything))) })),
    convertClassicHistogramsToNHCB: optional(flag),
  }),
});

const panel = fields({
  title: optional(text),
  targets: optional(listOf(fields({ refId: text, expr: text }))),
  fieldConfig: optional(fields({ defaults: fields({ noValue: optional(anything) }) })),
});

/** Reads a dashboard with its queries. */
export const dashboard = fields({ title: text, uid: text, panels: listOf(panel) });

/** Rules as the Operator takes them. */
export type PrometheusRule = Read<typeof prometheusRule>;

/** The parts of a PodMonitor that change metrics. */
export type PodMonitor = Read<typeof podMonitor>;

/** A dashboard with its queries. */
export type Dashboard = Read<typeof dashboard>;

/** What an installation brings for its monitoring. */
export interface MonitoringObjects {
  readonly monitor: PodMonitor;
  readonly rules: PrometheusRule;
  readonly dashboards: readonly Dashboard[];
}

/** The objects of a release called coder. */
export function objectsOf(values: ValuesFile): MonitoringObjects {
  const objects = manifestsOf(values);
  return {
    monitor: podMonitor(theOne('PodMonitor', objects), 'PodMonitor'),
    rules: prometheusRule(theOne('PrometheusRule', objects), 'PrometheusRule'),
    dashboards: dashboardsIn(objects, jsonText(dashboard)),
  };
}

/** The dashboards of a release called coder, each as a text of JSON. */
export function dashboardTexts(values: ValuesFile): readonly string[] {
  return dashboardsIn(manifestsOf(values), text);
}

const manifest = fields({ kind: text, data: optional(anything) });
type Manifest = Read<typeof manifest> & { readonly object: unknown };

function manifestsOf(values: ValuesFile): readonly Manifest[] {
  const files = coderManifestFiles(values, { releaseName: 'coder', namespace: 'coder' });
  return [...files]
    .filter(([file]) => file !== 'kustomization.yaml')
    .map(([file, source]) => {
      const object: unknown = parse(source);
      return { ...manifest(object, file), object };
    });
}

function theOne(wanted: string, objects: readonly Manifest[]): unknown {
  return objects.find(({ kind }) => kind === wanted)?.object;
}

function dashboardsIn<T>(objects: readonly Manifest[], reader: Reader<T>): readonly T[] {
  const maps = objects.filter(({ kind, data }) => kind === 'ConfigMap' && data !== undefined);
  return maps.flatMap(({ data }) => Object.values(mapOf(reader)(data, 'ConfigMap')));
}

/** What the Prometheus Operator makes of the parts of a PodMonitor that change metrics. */
export function scrapeOptionsOf({ spec }: PodMonitor): object {
  const relabelings = (spec.podMetricsEndpoints[0]?.metricRelabelings ?? []).map(inSnakeCase);
  return {
    ...(relabelings.length === 0 ? {} : { metric_relabel_configs: relabelings }),
    ...(spec.convertClassicHistogramsToNHCB === true ? { convert_classic_histograms_to_nhcb: true } : {}),
  };
}

function inSnakeCase(map: Readonly<Record<string, unknown>>): object {
  const snakeCase = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [snakeCase(key), value]));
}

/** A rule that records a result. */
export interface RecordingRule {
  readonly record: string;
  readonly expr: string;
  readonly labels?: Readonly<Record<string, string>>;
}

const alertingRule = fields({
  alert: text,
  expr: text,
  for: optional(text),
  labels: optional(mapOf(text)),
});

/** The alerts, in order. */
export function alertsOf({ spec }: PrometheusRule): readonly Read<typeof alertingRule>[] {
  const rules = spec.groups.flatMap(({ rules: all = [] }) => all);
  return rules.flatMap((one) => ('alert' in one ? [alertingRule(one, 'PrometheusRule')] : []));
}

/** The recording rules, in order. */
export function recordsOf({ spec }: PrometheusRule): readonly RecordingRule[] {
  const rules = spec.groups.flatMap(({ rules: all = [] }) => all);
  return rules.flatMap((one) => (typeof one['record'] === 'string' ? [{ ...one, record: one['record'] }] : []));
}

/** A query, and where it stands. */
export interface Query {
  readonly place: string;
  readonly expr: string;
  /** Its panel says what it shows instead of nothing, such as "No alert fires". */
  readonly mayBeEmpty: boolean;
}

/** Every query of a dashboard with its place, variables filled in. */
export function queriesOf(board: Dashboard, variables: Readonly<Record<string, string>>): readonly Query[] {
  return board.panels.flatMap(({ title = '', targets = [], fieldConfig }) =>
    targets.map(({ refId, expr }) => ({
      place: `${board.title} / ${title} / ${refId}`,
      expr: substitute(expr, variables),
      mayBeEmpty: fieldConfig?.defaults.noValue !== undefined,
    })),
  );
}

function substitute(expr: string, variables: Readonly<Record<string, string>>): string {
  return Object.entries(variables).reduce((filled, [name, value]) => filled.replaceAll(`$${name}`, value), expr);
}

/** Whether an answer of Prometheus holds a number. */
export function hasData(answer: AnswerJson): boolean {
  if (answer.resultType === 'scalar') return answer.result[1] !== 'NaN';
  return answer.result.some(({ value, histogram }) => histogram !== undefined || (value?.[1] ?? 'NaN') !== 'NaN');
}
