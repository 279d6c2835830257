import {
  type Expr,
  type Tree,
  type TreeMap,
  type Value,
  and,
  equals,
  ifElse,
  literal,
  merge,
  not,
  optional,
  interpolate,
  unlessEmpty,
} from '../../engine/expr';
import { type AnyQuery, hasHistogram, printQuery } from '../promql';
import {
  type Alert,
  type AlertRule,
  type Firing,
  GROUPS,
  type Group,
  type Installation,
  type Surroundings,
  type ValueFormat,
  settingOf,
} from './alert';
import { isAdjustable } from './alert-values';
import { ALERTS } from './alerts';
import { type Preset, histogramsOf, isKept } from './presets';
import { type RecordingRule, recordingsFor } from './recordings';
import type { Slo } from './slo';

type Texts = Expr<Readonly<Record<string, string>>>;

/** Settings of one alert, as expressions. */
export interface AlertHandles extends Readonly<Record<string, Expr>> {
  readonly enabled: Expr<boolean>;
  readonly labels: Texts;
}

/** What the rules depend on. */
export interface RuleSettings {
  readonly preset: Expr<Preset>;
  readonly installation: Installation;
  readonly slo: Slo;
  /** Settings by alert. */
  readonly alerts: Readonly<Record<string, AlertHandles>>;
  /** Labels of every alert. */
  readonly labels: Texts;
  /** Where the runbooks are. */
  readonly runbookUrl: Expr<string>;
}

/** Window of a query that does not say one. */
const WINDOW = '5m';

/** How often a group is evaluated that need not be as current as the others; less than the 5 minutes that Prometheus looks back. */
const INTERVALS: Readonly<Partial<Record<Group, string>>> = { 'slo-long': '3m' };

/**
 * The groups of rules: recording rules, then alerts.
 *
 * @see https://prometheus.io/docs/prometheus/latest/configuration/recording_rules/#rule_group
 */
export function ruleGroups(settings: RuleSettings): readonly Tree[] {
  const recordings = recordingsFor(settings.slo);
  return GROUPS.map((group) => {
    const records = recordings.filter((rule) => rule.group === group).map((rule) => recordingRule(rule, settings));
    const alerts = ALERTS.filter((alert) => alert.group === group).flatMap((alert) => alertRules(alert, settings));
    return { name: `coderd-${group}`, interval: INTERVALS[group], rules: unlessEmpty([...records, ...alerts]) };
  });
}

function recordingRule({ record, query, not: without = [] }: RecordingRule, settings: RuleSettings): Tree {
  const tree = { record, expr: expression(query, settings) };
  return optional(isMade(query, settings, without), tree);
}

function isMade(query: AnyQuery, { preset }: RuleSettings, without: readonly Preset[] = []): Expr<boolean> {
  const all: readonly Preset[] = ['full', 'lean', 'native'];
  const unfit = all.filter((name) => without.includes(name) || !isKept(query, name));
  return and(...unfit.map((name) => not(equals(preset, name))));
}

/** The text of a query, which depends on the form of the histograms if it reads one. */
function expression(query: AnyQuery, { preset, installation: { selector } }: RuleSettings): Expr<string> {
  const print = (of: Preset): Expr<string> =>
    printQuery(query, { selector, window: WINDOW, histograms: histogramsOf(of) });
  return hasHistogram(query) ? ifElse(equals(preset, 'native'), print('native'), print('full')) : print('full');
}

function alertRules(alert: Alert, settings: RuleSettings): readonly Tree[] {
  const handles = settings.alerts[settingOf(alert)] as AlertHandles;
  const { installation, slo } = settings;
  const given: Surroundings = { ...handles, installation, slo };
  const asked = alert.when?.(installation) ?? literal<boolean>(true);
  return alert.rules(given).map((rule) => {
    const condition = and(handles.enabled, asked, isMade(rule.query, settings));
    return optional(condition, alertRule(alert, rule, given, settings));
  });
}

function alertRule(alert: Alert, rule: AlertRule<string>, given: Surroundings, settings: RuleSettings): TreeMap {
  const handles = settings.alerts[settingOf(alert)] as AlertHandles;
  const { severity, for: duration } = isAdjustable(alert) ? (handles as unknown as Adjusted) : rule;
  const firing = firingOf(rule, duration);
  return {
    alert: alert.name,
    expr: expression(rule.query, settings),
    for: duration,
    labels: merge({ severity, ...rule.labels }, settings.labels, handles.labels),
    annotations: {
      summary: alert.summary(firing, given),
      description: alert.description(firing, given),
      runbook_url: interpolate`${settings.runbookUrl}/${alert.name}.md`,
    },
  };
}

interface Adjusted {
  readonly severity: Value<string>;
  readonly for: Value<string>;
}

/** How Prometheus writes a number; see https://prometheus.io/docs/prometheus/latest/configuration/template_reference/#numbers. */
const FORMATS: Readonly<Record<ValueFormat, string>> = {
  number: 'humanize',
  percent: 'humanizePercentage',
  duration: 'humanizeDuration',
  bytes: 'humanize1024',
  whole: 'printf "%.0f"',
};

/** A number known to Prometheus or, as a threshold, to Helm. */
function shown(of: Value<string | number>, format: ValueFormat): Expr<string> {
  return interpolate`{{ ${FORMATS[format]} ${of} }}${format === 'bytes' ? 'B' : ''}`;
}

function firingOf(rule: AlertRule<string>, lasting: Value<string>): Firing<string> {
  return {
    label: (name) => `{{ $labels.${name} }}`,
    value: (format) => shown('$value', format),
    bound: shown,
    lasting,
    own: (name) => rule.labels?.[name] ?? '',
  };
}
