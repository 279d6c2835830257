/** The kit for alerts, recording rules and dashboards as data, and what is made of them. */
export {
  type Alert,
  type AlertRule,
  type AlertSettings,
  type Firing,
  type Installation,
  SEVERITIES,
  alert,
} from './alert';
export { type AlertHandles, type AlertSection, defaultRules } from './alert-settings';
export { type Dashboard, type DashboardFile, type Row, dashboardJson, row } from './dashboards/dashboard';
export { barGauge, gaugePanel, stat } from './dashboards/figure';
export type { FieldOverride, GrafanaDashboard } from './dashboards/grafana';
export { heatmap, timeSeries } from './dashboards/graph';
export { type Target, badBelow, badFrom, inColor, line } from './dashboards/panel';
export { table } from './dashboards/table';
export { valueOf } from './dashboards/value';
export type { Additions } from './extend';
export { INSTALLATION, type InstallationLabel, POD } from './labels';
export { type Mixin, mixin } from './mixin';
export { type Lean, PRESETS, type Preset } from './presets';
export type { Profile, RuleGroup } from './profile';
export type { RecordingRule, RecordingScenario } from './recording';
export type { RuleFile, RuleFileGroup, RuleFileOptions, RuleFileRule } from './rule-files';
export type { RuleSettings } from './rules';
export {
  type InputHistogram,
  type InputSeries,
  SPELLINGS,
  type Samples,
  type Scenario,
  type Spelling,
  inputSeriesFor,
} from './scenario';
export { unitTestFile } from './unit-tests';
