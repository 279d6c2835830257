import { literal } from '../../src/engine/expr';
import { type ReferenceRow, referenceRows, section } from '../../src/engine/values';
import { type AnyQuery, metricsOf, queryText } from '../../src/observability/promql';
import {
  type Alert,
  type Installation,
  type Preset,
  type RuleFileGroup,
  type RuleFileRule,
  defaultRules,
} from '../../src/observability/mixin';
import { DEFAULT_VERSION } from '../../src/coder/versions';

const { mixin } = DEFAULT_VERSION;

/** Every alert, by subject. */
export const ALERTS = mixin.profile.alerts;

const SELECTOR = 'job="coder/master-monitor"';

/** The release `coder` in the namespace `coder`, with the default values. */
const INSTALLATION: Installation = {
  selector: literal(SELECTOR),
  replicas: literal(1),
  memoryLimit: literal('512 * 1024^2'),
  isModelled: literal<boolean>(true),
};

const made = new Map<Preset, readonly RuleFileGroup[]>();

/** All rules with the default values. */
export function defaultGroups(preset: Preset): readonly RuleFileGroup[] {
  const groups = made.get(preset) ?? mixin.ruleFile(preset, { installation: INSTALLATION }).groups;
  made.set(preset, groups);
  return groups;
}

/** The rules of an alert: one, or several of a burn rate. */
export function rulesOf({ name }: Pick<Alert, 'name'>): readonly RuleFileRule[] {
  return defaultGroups('full').flatMap(({ rules = [] }) => rules.filter(({ alert }) => alert === name));
}

/** Metrics that an alert reads, also through recording rules. */
export function metricsOfAlert(alert: Alert): readonly string[] {
  return [...new Set(defaultRules(alert, INSTALLATION).flatMap(({ query }) => metricsOf(query)))];
}

/** A query for that installation. */
export function expressionOf(query: AnyQuery): string {
  return queryText(query, { selector: SELECTOR });
}

/** The settings of an alert, by their path in a values file. */
export function settingRows(alert: Alert): readonly ReferenceRow[] {
  const key = mixin.settingOf(alert);
  const settings = mixin.alertSections[key];
  return settings === undefined ? [] : below(`metrics.alerts.${key}`, referenceRows(settings));
}

function below(path: string, rows: readonly ReferenceRow[]): readonly ReferenceRow[] {
  return rows.map((row) => ({ ...row, key: `${path}.${row.key}` }));
}

/** The thresholds among them: the rest every alert has. */
export function thresholdRows(alert: Alert): readonly ReferenceRow[] {
  return settingRows(alert).filter(({ key }) => (key.split('.').at(-1) ?? '') in alert.thresholds);
}

/** The objectives that an alert watches. */
export function objectiveRows(alert: Alert): readonly ReferenceRow[] {
  return below('metrics.slo', referenceRows(section('Objectives.', alert.objectives)));
}
