import { alertsThatAre } from '../../promql';
import type { WatchedProgram } from '../subject';
import { type Drawing, drawPanel, expressionOf, keptOf } from './draw';
import type { GrafanaDashboard, GrafanaPanel, GrafanaRow, GridPos } from './grafana';
import { idsOf } from './ids';
import { bottomOf, places } from './layout';
import { linksOf } from './links';
import type { Panel } from './panel';
import { printJson } from './print-json';
import { type Hole, holesOf } from './value';
import { alertMarks, variablesOf } from './variables';

/** Panels below a heading. */
export interface DashboardRow {
  /** Heading of the row, unique in the dashboard. */
  readonly title: string;
  /** In reading order; the layout places them from left to right. */
  readonly panels: readonly Panel[];
}

/** A dashboard before a preset decides what of it is left. */
export interface Dashboard {
  /** Also the name of its file. */
  readonly uid: string;
  /** What Grafana calls it, in the list of dashboards too. */
  readonly title: string;
  /** One sentence: what questions it answers. */
  readonly description: string;
  /** From top to bottom; a row whose panels all fall away is left out. */
  readonly rows: readonly DashboardRow[];
}

/** A dashboard as a file. */
export interface DashboardFile {
  /** Without an ending. */
  readonly name: string;
  /** What Grafana calls it. */
  readonly title: string;
  /** JSON in which markers stand for numbers that the installation sets. */
  readonly text: string;
  /** The numbers that the markers in `text` stand for. */
  readonly holes: readonly Hole[];
}

/** Panels below a heading. */
export function row(title: string, panels: readonly Panel[]): DashboardRow {
  return { title, panels };
}

/** A dashboard as JSON. Panels whose metrics the preset drops are left out; thresholds that the installation sets are markers. */
export function dashboardJson({ uid, title, description, rows }: Dashboard, drawing: Drawing): GrafanaDashboard {
  const { subject } = drawing;
  return {
    uid,
    title,
    description,
    tags: [subject.tag],
    editable: false,
    graphTooltip: 1,
    schemaVersion: 41,
    refresh: '30s',
    time: { from: 'now-3h', to: 'now' },
    timezone: 'browser',
    links: linksOf(subject),
    templating: { list: variablesOf(subject, drawing.clusterLabel) },
    annotations: { list: [alertMarks(expressionOf(alertsThatAre('firing', calling(subject)), drawing))] },
    panels: drawRows(rows, drawing),
  };
}

/** Alerts of this profile that call somebody. */
function calling({ alertPrefix }: WatchedProgram): Parameters<typeof alertsThatAre>[1] {
  return { alertname: { matches: `${alertPrefix}.+` }, severity: { isNot: 'info' } };
}

/** A dashboard as a file that a chart can hold. */
export function dashboardFile(dashboard: Dashboard, drawing: Drawing): DashboardFile {
  const text = printJson(dashboardJson(dashboard, drawing));
  return { name: dashboard.uid, title: dashboard.title, text, holes: holesOf(text) };
}

type Drawn = GrafanaPanel | GrafanaRow;

function drawRows(rows: readonly DashboardRow[], drawing: Drawing): readonly Drawn[] {
  return withIds(rows).reduce<readonly Drawn[]>((above, row) => {
    const panels = row.panels.flatMap(({ panel, id }) => {
      const kept = keptOf(panel, drawing);
      return kept === undefined ? [] : [{ panel: kept, id }];
    });
    return panels.length === 0 ? above : [...above, ...drawRow({ ...row, panels }, drawing, above)];
  }, []);
}

interface NumberedRow {
  readonly title: string;
  readonly id: number;
  readonly panels: readonly { readonly panel: Panel; readonly id: number }[];
}

/** The same in every preset: what a preset drops keeps its id for the others. */
function withIds(rows: readonly DashboardRow[]): readonly NumberedRow[] {
  const ids = idsOf(
    rows.flatMap(({ title, panels }) => [`row ${title}`, ...panels.map((panel) => panel.title)]),
  ).values();
  const next = (): number => ids.next().value ?? 0;
  return rows.map(({ title, panels }) => ({
    title,
    id: next(),
    panels: panels.map((panel) => ({ panel, id: next() })),
  }));
}

function drawRow({ title, id, panels }: NumberedRow, drawing: Drawing, above: readonly Drawn[]): readonly Drawn[] {
  const top = bottomOf(
    above.map(({ gridPos }) => gridPos),
    0,
  );
  const heading: GrafanaRow = {
    id,
    type: 'row',
    title,
    collapsed: false,
    gridPos: { h: 1, w: 24, x: 0, y: top },
    panels: [],
  };
  const found = places(
    panels.map(({ panel: { width = 8, height = 8 } }) => ({ width, height })),
    top + 1,
  );
  const drawn = panels.map(({ panel, id: own }, i) => drawPanel(panel, drawing, own, found[i] as GridPos));
  return [heading, ...drawn];
}
