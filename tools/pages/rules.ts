import { type TreeMap, evaluate, literal, literalOf } from '../../src/engine/expr';
import {
  ALERTS,
  type Alert,
  type Installation,
  type Preset,
  type RuleSettings,
  SLO_VALUES,
  ruleGroups,
  settingOf,
  settingsOfAlerts,
} from '../../src/observability/mixin';
import { type AnyQuery, metricsOf, printQuery } from '../../src/observability/promql';
import { type ReferenceRow, concreteHandles, referenceRows, section } from '../../src/engine/values';

/** The release `coder` in the namespace `coder`, with the default values. */
const INSTALLATION: Installation = {
  selector: literal('job="coder/master-monitor"'),
  replicas: literal(1),
  memoryLimit: literal('512 * 1024^2'),
  isModelled: literal<boolean>(true),
};

const SETTINGS = settingsOfAlerts(ALERTS);
const HANDLES = concreteHandles(section('Alerts.', SETTINGS), {}) as unknown as RuleSettings['alerts'];
const OBJECTIVES = section('Objectives.', SLO_VALUES);
const SLO = concreteHandles(OBJECTIVES, {});

/** A rule that records, as Prometheus gets it. */
export interface RecordingRule {
  readonly record: string;
  readonly expr: string;
}

/** A rule that alerts, as Prometheus gets it. */
export interface AlertingRule {
  readonly alert: string;
  readonly expr: string;
  readonly for: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** A group of rules, as Prometheus gets it. */
export interface Group {
  readonly name: string;
  readonly rules: readonly (RecordingRule | AlertingRule)[];
}

const made = new Map<Preset, readonly Group[]>();

/** All rules with the default values. */
export function defaultGroups(preset: Preset): readonly Group[] {
  const groups = made.get(preset) ?? makeGroups(preset, SLO);
  made.set(preset, groups);
  return groups;
}

function makeGroups(preset: Preset, slo: typeof SLO): readonly Group[] {
  const groups = ruleGroups({
    preset: literal(preset),
    installation: INSTALLATION,
    slo,
    alerts: HANDLES,
    labels: literal<TreeMap>({}) as RuleSettings['labels'],
    runbookUrl: literal(''),
  });
  const installed = { values: {}, builtins: { releaseName: 'coder', namespace: 'coder' } };
  const plain = evaluate([...groups], installed) as unknown as readonly Partial<Group>[];
  return plain.map(({ name = '', rules = [] }) => ({ name, rules }));
}

/** The rules of an alert: one, or several of a burn rate. */
export function rulesOf(alert: Pick<Alert, 'name'>): readonly AlertingRule[] {
  return rulesIn(defaultGroups('full'), alert);
}

function rulesIn(groups: readonly Group[], { name }: Pick<Alert, 'name'>): readonly AlertingRule[] {
  const all = groups.flatMap(({ rules }) => rules);
  return all.filter((rule): rule is AlertingRule => 'alert' in rule && rule.alert === name);
}

/** Metrics that an alert reads, also through recording rules. */
export function metricsOfAlert(alert: Alert): readonly string[] {
  const given = { ...HANDLES[settingOf(alert)], installation: INSTALLATION, slo: SLO };
  const rules = alert.rules(given);
  return [...new Set(rules.flatMap(({ query }) => metricsOf(query)))];
}

/** A query for that installation. */
export function expressionOf(query: AnyQuery): string {
  const text = literalOf(printQuery(query, { selector: INSTALLATION.selector, window: '5m', histograms: 'classic' }));
  if (typeof text !== 'string') throw new Error('a query of a runbook reads a value that only Helm knows');
  return text;
}

/** The settings of an alert, by their path in a values file. */
export function settingRows(alert: Alert): readonly ReferenceRow[] {
  const settings = SETTINGS[settingOf(alert)];
  return settings === undefined ? [] : below(`metrics.alerts.${settingOf(alert)}`, referenceRows(settings));
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
  const rows = referenceRows(OBJECTIVES).filter(({ key }) => isDecidedBy(alert, key));
  return below('metrics.slo', rows);
}

const OTHER_OBJECTIVES: Readonly<Record<string, number>> = { latencyMilliseconds: 1000 };

/** Whether another value makes another expression. */
function isDecidedBy(alert: Alert, objective: string): boolean {
  const slo = concreteHandles(OBJECTIVES, { [objective]: OTHER_OBJECTIVES[objective] ?? 0.9 });
  const groups = changed.get(objective) ?? makeGroups('full', slo);
  changed.set(objective, groups);
  return JSON.stringify(readBy(alert, groups)) !== JSON.stringify(readBy(alert, defaultGroups('full')));
}

const changed = new Map<string, readonly Group[]>();

/** The expressions of an alert, and those of the recorded series that they read. */
function readBy(alert: Alert, groups: readonly Group[]): readonly string[] {
  const expressions = rulesIn(groups, alert).map(({ expr }) => expr);
  const records = groups.flatMap(({ rules }) => rules.flatMap((rule) => ('record' in rule ? [rule] : [])));
  const read = records.filter(({ record }) => expressions.some((text) => text.includes(`${record}{`)));
  return [...expressions, ...read.map(({ expr }) => expr)];
}
