/** Draws a Grafana dashboard (classic JSON) with the data of a Prometheus as one SVG, without a browser. */
export type { DataSource, PreviewOptions, Series, Window } from './data-source';
export type {
  FieldConfigJson,
  GrafanaDashboardJson,
  GrafanaPanelJson,
  OverrideJson,
  TargetJson,
  VariableJson,
} from './dashboard-json';
export { PreviewError } from './failure';
export { renderDashboard } from './dashboard';
export { toPng } from './png';
