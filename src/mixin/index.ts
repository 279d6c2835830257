export { ALERTS } from './alerts';
export { type Alert, type Installation, settingOf } from './alert';
export { defaultRules, settingsOfAlerts } from './alert-values';
export { LEAN_DROPPED_BUCKETS, LEAN_DROPPED_METRICS, PRESETS, type Preset } from './presets';
export { RECORDINGS } from './recordings';
export { type RuleSettings, ruleGroups } from './rules';
export { SLO_VALUES } from './slo';
export { DASHBOARDS, type Dashboard, dashboardFile, dashboardJson } from './dashboards';
