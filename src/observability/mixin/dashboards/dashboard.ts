import { alertsThatAre } from '../../promql';
import type { Preset } from '../presets';
import { drawPanel, expressionOf, keptOf } from './draw';
import type { GrafanaDashboard, GrafanaPanel, GrafanaRow } from './grafana';
import { bottomOf, places } from './layout';
import { LINKS, TAG } from './links';
import type { Panel } from './panel';
import { printJson } from './print-json';
import { type Hole, holesOf } from './value';
import { VARIABLES, alertMarks } from './variables';

/** Panels below a heading. */
export interface Row {
  readonly title: string;
  readonly panels: readonly Panel[];
}

/** A dashboard before a preset decides what of it is left. */
export interface Dashboard {
  /** Also the name of its file. */
  readonly uid: `coder-${string}`;
  readonly title: string;
  readonly description: string;
  readonly rows: readonly Row[];
}

/** A dashboard as a file. */
export interface DashboardFile {
  /** Without an ending. */
  readonly name: string;
  readonly title: string;
  /** JSON in which markers stand for numbers that the installation sets. */
  readonly text: string;
  readonly holes: readonly Hole[];
}

/** Panels below a heading. */
export function row(title: string, panels: readonly Panel[]): Row {
  return { title, panels };
}

/** A dashboard as JSON. Panels whose metrics the preset drops are left out; thresholds that the installation sets are markers. */
export function dashboardJson({ uid, title, description, rows }: Dashboard, preset: Preset): GrafanaDashboard {
  return {
    uid,
    title,
    description,
    tags: [TAG],
    editable: false,
    graphTooltip: 1,
    schemaVersion: 41,
    refresh: '30s',
    time: { from: 'now-3h', to: 'now' },
    timezone: 'browser',
    links: LINKS,
    templating: { list: VARIABLES },
    annotations: { list: [alertMarks(expressionOf(alertsThatAre('firing', COUNTED), preset))] },
    panels: drawRows(rows, preset),
  };
}

/** Alerts of this project that call somebody. */
const COUNTED = { alertname: { matches: 'Coderd.+' }, severity: { isNot: 'info' } };

const files = new WeakMap<Dashboard, Map<Preset, DashboardFile>>();

/** A dashboard as a file that a chart can hold. Drawn once: a model asks for it at every build. */
export function dashboardFile(dashboard: Dashboard, preset: Preset): DashboardFile {
  const drawn = files.get(dashboard) ?? new Map<Preset, DashboardFile>();
  const file = drawn.get(preset) ?? drawFile(dashboard, preset);
  files.set(dashboard, drawn.set(preset, file));
  return file;
}

function drawFile(dashboard: Dashboard, preset: Preset): DashboardFile {
  const text = printJson(dashboardJson(dashboard, preset));
  return { name: dashboard.uid, title: dashboard.title, text, holes: holesOf(text) };
}

type Drawn = GrafanaPanel | GrafanaRow;

function drawRows(rows: readonly Row[], preset: Preset): readonly Drawn[] {
  return rows.reduce<readonly Drawn[]>((above, row) => {
    const kept = row.panels.map((panel) => keptOf(panel, preset)).filter((panel) => panel !== undefined);
    return kept.length === 0 ? above : [...above, ...drawRow(row.title, kept, preset, above)];
  }, []);
}

function drawRow(title: string, panels: readonly Panel[], preset: Preset, above: readonly Drawn[]): readonly Drawn[] {
  const top = bottomOf(
    above.map(({ gridPos }) => gridPos),
    0,
  );
  const id = above.length + 1;
  const heading: GrafanaRow = {
    id,
    type: 'row',
    title,
    collapsed: false,
    gridPos: { h: 1, w: 24, x: 0, y: top },
    panels: [],
  };
  const found = places(
    panels.map(({ width = 8, height = 8 }) => ({ width, height })),
    top + 1,
  );
  const drawn = found.map((place, i) => drawPanel(panels[i] as Panel, preset, id + i + 1, place));
  return [heading, ...drawn];
}
