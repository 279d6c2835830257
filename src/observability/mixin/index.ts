/** The kit for alerts, recording rules and dashboards as data, and what is made of them. */
export {
  type Alert,
  type AlertDeclaration,
  type AlertFacts,
  type AlertRule,
  type AlertSettings,
  type Firing,
  type Given,
  type Installation,
  type Leaves,
  type MadeRule,
  type Runbook,
  type Severity,
  type ValueFormat,
  alert,
} from './alert';
export { type AlertChildren, type AlertHandles, type AlertSection, defaultRules, labelsSetBy } from './alert-settings';
export { type Dashboard, type DashboardFile, type DashboardRow, row } from './dashboards/dashboard';
export { type FigureOptions, type StatOptions, barGauge, gaugePanel, stat } from './dashboards/figure';
export type {
  Color,
  FieldDefaults,
  FieldOverride,
  GrafanaDashboard,
  GrafanaOptions,
  GrafanaUnit,
  PanelType,
  ThresholdStep,
  Transformation,
  ValueMapping,
} from './dashboards/grafana';
export { type GraphOptions, heatmap, timeSeries } from './dashboards/graph';
export {
  type ColorStep,
  type ColorSteps,
  type Panel,
  type PanelLook,
  type PanelOptions,
  type PanelTarget,
  badBelow,
  badFrom,
  inColor,
  line,
} from './dashboards/panel';
export { type AnyColumn, type TableColumn, type TableOptions, table } from './dashboards/table';
export { type Hole, type NumberIn, type ValueIn, valueOf } from './dashboards/value';
export type { AddedPanels, Additions } from './extend';
export { type InhibitRule, type InhibitionOptions, inhibitRules } from './inhibition';
export { CLUSTER_LABEL, INSTALLATION, isClusterLabel, type InstallationLabel, POD, type PodLabel } from './labels';
export {
  type AlertThresholds,
  type Mixin,
  type NoAlerts,
  type NumberSettings,
  type ThresholdsOf,
  mixin,
} from './mixin';
export { type Lean, PRESETS, type Preset } from './presets';
export type { Profile, RuleGroup, RunbookNames } from './profile';
export type { RecordingRule, RecordingScenario } from './recording';
export { type RuleFile, type RuleFileGroup, type RuleFileOptions, type RuleFileRule, readRules } from './rule-files';
export type { RuleSettings } from './rules';
export { type RunbookOptions, type RunbookSource, alertFacts } from './runbooks/facts';
export * as markdown from './runbooks/markdown';
export { runbookPages } from './runbooks/pages';
export {
  type HistogramSamples,
  type InputHistogram,
  type InputSeries,
  type InputSeriesKit,
  type RenderedTexts,
  SPELLINGS,
  type Samples,
  type Scenario,
  type ScenarioLabels,
  type ScenarioTarget,
  type Spelling,
  inputSeriesFor,
} from './scenario';
export type { SettingKey, WatchedProgram } from './subject';
export {
  type AlertTest,
  type ExpressionTest,
  type GroupTests,
  type LabelSet,
  type UnitTest,
  type UnitTestFile,
  unitTestFile,
} from './unit-tests';
export type { TestSeries } from './input-series';
