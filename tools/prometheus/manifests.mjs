// What the generator makes for an installation, read the way Prometheus and Grafana would.
import { parse } from 'yaml';
import { load } from '../setup/load.mjs';

const PLACES = {
  expr: 'src/engine/expr',
  versions: 'src/coder/versions',
  simulator: 'tools/simulator',
  preview: 'tools/preview',
  metrics: 'src/observability/metrics',
  mixin: 'src/observability/mixin',
  promql: 'src/observability/promql',
  query: 'src/observability/query',
  cli: 'src/cli',
};

/** A room of the project; PromQL has the functions for the metrics of coderd too. */
export function lib(room) {
  const loaded = load(PLACES[room]);
  return room === 'promql' ? { ...loaded, ...loaded.promqlFor(version().metrics) } : loaded;
}

/** The version of coderd that is deployed and watched. */
export function version() {
  return lib('versions').DEFAULT_VERSION;
}

/** The objects of a release called coder, by kind. */
export function objectsOf(values) {
  const files = lib('cli').coderManifestFiles(values, { releaseName: 'coder', namespace: 'coder' });
  const objects = [...files].filter(([file]) => file !== 'kustomization.yaml').map(([, text]) => parse(text));
  return {
    monitor: objects.find(({ kind }) => kind === 'PodMonitor'),
    rules: objects.find(({ kind }) => kind === 'PrometheusRule'),
    dashboards: objects
      .filter(({ kind, data }) => kind === 'ConfigMap' && data !== undefined)
      .flatMap(({ data }) => Object.values(data).map((text) => JSON.parse(text))),
  };
}

/** What the Prometheus Operator makes of the parts of a PodMonitor that change metrics. */
export function scrapeOptionsOf(monitor) {
  const [endpoint] = monitor.spec.podMetricsEndpoints;
  const relabelings = (endpoint.metricRelabelings ?? []).map((entry) => mapKeys(entry, snakeCase));
  return {
    ...(relabelings.length === 0 ? {} : { metric_relabel_configs: relabelings }),
    ...(monitor.spec.convertClassicHistogramsToNHCB ? { convert_classic_histograms_to_nhcb: true } : {}),
  };
}

function mapKeys(map, to) {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [to(key), value]));
}

function snakeCase(key) {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The recording rules of a PrometheusRule, in order. */
export function recordsOf({ spec }) {
  return spec.groups.flatMap(({ rules = [] }) => rules).filter(({ record }) => record !== undefined);
}

/** Every query of a dashboard with its place, variables filled in. */
export function queriesOf(dashboard, variables) {
  return dashboard.panels.flatMap((panel) =>
    (panel.targets ?? []).map(({ refId, expr }) => ({
      place: `${dashboard.title} / ${panel.title} / ${refId}`,
      expr: substitute(expr, variables),
      // A panel that says what it shows instead of nothing, such as "No alert fires".
      mayBeEmpty: panel.fieldConfig.defaults.noValue !== undefined,
    })),
  );
}

function substitute(expr, variables) {
  return Object.entries(variables).reduce((text, [name, value]) => text.replaceAll(`$${name}`, value), expr);
}

/** Whether an answer of Prometheus holds a number. */
export function hasData({ resultType, result }) {
  if (resultType === 'scalar') return isNumber(result[1]);
  return result.some(({ value, histogram }) => histogram !== undefined || isNumber(value?.[1]));
}

function isNumber(text) {
  return text !== undefined && text !== 'NaN';
}
