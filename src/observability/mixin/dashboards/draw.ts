import type { Json } from '../../../engine/expr';
import { type AnyQuery, hasAlerts, printQuery, recordsOf, selectedBy } from '../../promql';
import { type Preset, histogramsOf, isKept } from '../presets';
import type { WatchedProgram } from '../subject';
import {
  DATASOURCE,
  type FieldDefaults,
  type GrafanaPanel,
  type GrafanaTarget,
  type GrafanaUnit,
  type GridPos,
} from './grafana';
import type { Panel, PanelTarget } from './panel';
import { linkTo } from './links';
import { refIdOf } from './ref-id';
import { stepsOf } from './steps';
import { unitOf } from './unit';
import { withMarkers } from './value';
import { chosenCluster } from './variables';

/** Whose dashboards are drawn, and for which preset. */
export interface Drawing {
  /** The program whose pods the variables offer. */
  readonly subject: WatchedProgram;
  /** Decides which metrics exist; panels without any are left out. */
  readonly preset: Preset;
  /** What stands for the numbers that an installation sets. */
  readonly markers: Json;
  /** Label by which one of several clusters can be chosen; by default there is no such choice. */
  readonly clusterLabel?: string;
}

/** A panel with the queries that a preset leaves; `undefined` where it leaves none. */
export function keptOf(panel: Panel, { preset, subject }: Drawing): Panel | undefined {
  const targets = panel.targets.filter(({ query }) => isKept(query, preset, subject.lean));
  return targets.length === 0 ? undefined : { ...panel, targets };
}

/** A panel as Grafana reads it. */
export function drawPanel(panel: Panel, drawing: Drawing, id: number, gridPos: GridPos): GrafanaPanel {
  const { type, title, interval, more } = panel;
  const unit = unitOfPanel(panel);
  const look = panel.look(panel.targets, unit);
  return {
    id,
    type,
    title,
    description: descriptionOf(panel),
    gridPos,
    datasource: DATASOURCE,
    ...(interval === undefined ? {} : { interval }),
    ...(more === undefined ? {} : { links: [linkTo(more)] }),
    targets: panel.targets.map((target, i) => drawTarget(panel, target, drawing, refIdOf(i))),
    fieldConfig: { defaults: { ...defaultsOf(panel, unit), ...look.defaults }, overrides: look.overrides ?? [] },
    options: look.options,
    ...(look.transformations === undefined ? {} : { transformations: look.transformations }),
  };
}

function unitOfPanel({ title, unit, targets }: Panel): GrafanaUnit {
  const found = unit ?? (targets[0] && unitOf(targets[0].query));
  if (found === undefined) throw new Error(`the panel "${title}" needs a unit: its query does not tell one`);
  return found;
}

function defaultsOf(panel: Panel, unit: GrafanaUnit): FieldDefaults {
  const { decimals, max, empty, thresholds } = panel;
  return {
    unit,
    ...(decimals === undefined ? {} : { decimals }),
    ...(max === undefined ? {} : { max }),
    ...(empty === undefined ? {} : { noValue: empty }),
    ...(thresholds === undefined ? {} : { thresholds: stepsOf(thresholds) }),
  };
}

function drawTarget(
  { format, isInstant }: Panel,
  { query, legend }: PanelTarget,
  drawing: Drawing,
  refId: string,
): GrafanaTarget {
  const isNative = drawing.preset === 'native' && format === 'heatmap';
  return {
    refId,
    expr: expressionOf(query, drawing),
    // A native histogram is one series without bounds.
    ...(format === 'table' || isNative ? {} : { legendFormat: legend }),
    ...(format === 'time_series' ? {} : { format }),
    // Without either, Grafana asks for a range.
    ...(isInstant ? { instant: true, range: false } : {}),
  };
}

const INSTALLATION = 'namespace=~"$namespace", job=~"$job"';
/** An alert that something is absent lacks labels, so that it is shown whatever is chosen. */
const ALERTS_OF_INSTALLATION = 'namespace=~"$namespace|", job=~"$job|"';
const PODS = `${INSTALLATION}, pod=~"$pod"`;

/** The text of a query in Grafana. */
export function expressionOf(query: AnyQuery, { preset, markers, clusterLabel }: Omit<Drawing, 'subject'>): string {
  const chosen = [...chosenCluster(clusterLabel), selectorOf(query)].join(', ');
  const options = { selector: chosen, window: '$__rate_interval', histograms: histogramsOf(preset) };
  return withMarkers(printQuery(query, options), markers);
}

/** Recorded series are of an installation, not of a pod. */
function selectorOf(query: AnyQuery): string {
  if (hasAlerts(query)) return ALERTS_OF_INSTALLATION;
  return recordsOf(query).length > 0 ? INSTALLATION : PODS;
}

/** Up to so many metrics are described in full. */
const FEW = 4;

/** How to read it, then what the catalogue says of each metric. */
function descriptionOf({ how, targets }: Panel): string {
  const read = new Map(
    targets.flatMap(({ query }) => selectedBy(query).map(({ name, metric }) => [name, metric.help])),
  );
  const told = (help: string): string => (read.size > FEW ? help.replace(/\. .*$/, '.') : help);
  return [how, ...[...read].map(([name, help]) => `\`${name}\`: ${told(help)}`)].join('\n\n');
}
