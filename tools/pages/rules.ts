import { literal } from '../../src/engine/expr';
import type { ReferenceRow } from '../../src/engine/values';
import { metricsOf } from '../../src/observability/promql';
import {
  type Alert,
  type Installation,
  type Preset,
  type RuleFileGroup,
  type RunbookOptions,
  alertFacts,
  defaultRules,
  runbookPages,
} from '../../src/observability/mixin';
import { DEFAULT_VERSION } from '../../src/coder/versions';

const { mixin } = DEFAULT_VERSION;

/** Every alert, by subject. */
export const ALERTS = mixin.profile.alerts;

/** The release `coder` in the namespace `coder`, with the default values. */
const INSTALLATION: Installation = {
  selector: literal('job="coder/master-monitor"'),
  namespace: literal('coder'),
  replicas: literal(1),
  memoryLimit: literal('512 * 1024^2'),
  isModelled: literal<boolean>(true),
};

/** What the runbooks say beside the alerts. */
const RUNBOOKS: RunbookOptions = {
  installation: INSTALLATION,
  installed: 'for a release `coder` in the namespace `coder`',
  settings: 'metrics',
  reference: '../reference/alerts.md',
};

const made = new Map<Preset, readonly RuleFileGroup[]>();

/** All rules with the default values. */
export function defaultGroups(preset: Preset): readonly RuleFileGroup[] {
  const groups = made.get(preset) ?? mixin.ruleFile(preset, { installation: INSTALLATION }).groups;
  made.set(preset, groups);
  return groups;
}

/** Metrics that an alert reads, also through recording rules. */
export function metricsOfAlert(alert: Alert): readonly string[] {
  return [...new Set(defaultRules(alert, INSTALLATION).flatMap(({ query }) => metricsOf(query)))];
}

/** What pages say of the alerts. */
export const FACTS = alertFacts(mixin, RUNBOOKS);

/** Its thresholds among the settings of an alert: the rest every alert has. */
export function thresholdRows(alert: Alert): readonly ReferenceRow[] {
  return FACTS.settingRows(alert).filter(({ key }) => (key.split('.').at(-1) ?? '') in alert.thresholds);
}

/** The pages of all alerts and their index, by the name of their file. */
export function runbookFiles(): ReadonlyMap<string, string> {
  return runbookPages(mixin, RUNBOOKS);
}
