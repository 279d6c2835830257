import { literalOf, shortenName } from '../engine/expr';
import type { RuleFileGroup, RuleFileRule } from '../observability/mixin';

/** What Grafana's own alerts are made of. */
export interface GrafanaRules {
  /** The rules as Prometheus reads them. */
  readonly groups: readonly RuleFileGroup[];
  /** Namespace and release, with a comma between them: names of groups and the folder have it. */
  readonly installation: string;
  /** The uid of the Prometheus in Grafana. */
  readonly datasource: string;
}

/** A file of the provisioning of Grafana, as far as this one uses it. */
export interface GrafanaFile {
  /** Of the format. */
  readonly apiVersion: 1;
  /** Unique by their names. */
  readonly groups: readonly GrafanaGroup[];
}

/** Rules that are evaluated as often. */
export interface GrafanaGroup {
  /** 1 is the first organization, which every Grafana has. */
  readonly orgId: number;
  /** Unique in the folder. */
  readonly name: string;
  /** By its title; Grafana makes it. */
  readonly folder: string;
  /** Such as `1m`. */
  readonly interval: string;
  /** In order. */
  readonly rules: readonly GrafanaRule[];
}

/** An alert, or a recording rule. */
export interface GrafanaRule {
  /** Unique in the organization. */
  readonly uid: string;
  /** Unique in the folder; the label `alertname` of an alert. */
  readonly title: string;
  /** The query or expression that decides. */
  readonly condition: string;
  /** Queries, and expressions over them. */
  readonly data: readonly GrafanaQuery[];
  /** What is recorded, of a recording rule. */
  readonly record?: { readonly metric: string; readonly from: string };
  /** A condition that does not hold has no series. */
  readonly noDataState?: 'OK';
  /** What a query that fails is. */
  readonly execErrState?: 'Error';
  /** Evaluations without a series, after which its alert ends. */
  readonly missing_series_evals_to_resolve?: number;
  /** How long the condition must hold. */
  readonly for?: string;
  /** Labels of the alert. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Texts of the alert. */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A query, or an expression over queries. */
interface GrafanaQuery {
  readonly refId: string;
  readonly datasourceUid: string;
  readonly relativeTimeRange: { readonly from: number; readonly to: number };
  readonly model: Readonly<Record<string, string | boolean>>;
}

/** Grafana evaluates no group without an interval. */
const INTERVAL = '1m';

/**
 * Rules that Grafana evaluates itself, as a file of its provisioning.
 *
 * @see https://grafana.com/docs/grafana/latest/alerting/set-up/provision-alerting-resources/file-provisioning/
 */
export function grafanaRules(given: GrafanaRules): GrafanaFile {
  const groups = given.groups.map(({ name, interval = INTERVAL, rules = [] }) => ({
    orgId: 1,
    name: `${given.installation} ${name}`,
    folder: `Coder (${given.installation})`,
    interval,
    rules: rules.map((rule) => ruleOf(rule, given)),
  }));
  return { apiVersion: 1, groups };
}

function ruleOf(rule: RuleFileRule, given: GrafanaRules): GrafanaRule {
  const { record, alert = '', labels = {}, annotations = {} } = rule;
  const title = record ?? [alert, ...windowsOf(rule)].join(' ');
  const common = { uid: uidOf(`${given.installation.replace(', ', '_')}_${title}`), title };
  if (record !== undefined)
    return { ...common, condition: 'A', data: [query(rule, given)], record: { metric: record, from: 'A' } };
  return {
    ...common,
    condition: 'B',
    data: [query(rule, given), isThere],
    noDataState: 'OK',
    execErrState: 'Error',
    missing_series_evals_to_resolve: 1,
    for: rule.for ?? '0s',
    labels: mapped(labels, (text) => valued(text).replaceAll('$', '$$$$')),
    annotations: mapped(annotations, valued),
  };
}

/** Labels that tell the rules of one alert apart. */
function windowsOf({ labels: { long = '' } = {} }: RuleFileRule): readonly string[] {
  return long === '' ? [] : [long];
}

/** At most 40 characters. No namespace and no release has the character between its parts. */
function uidOf(text: string): string {
  return literalOf(shortenName(text.toLowerCase().replace(/[^a-z0-9_]+/g, '-'), 40)) as string;
}

function query({ expr }: RuleFileRule, { datasource }: GrafanaRules): GrafanaQuery {
  return {
    refId: 'A',
    datasourceUid: datasource,
    relativeTimeRange: { from: 600, to: 0 },
    model: { refId: 'A', expr, instant: true, range: false },
  };
}

/** In PromQL a condition holds where there is a series, whatever its value. */
const isThere: GrafanaQuery = {
  refId: 'B',
  datasourceUid: '__expr__',
  relativeTimeRange: { from: 0, to: 0 },
  model: { refId: 'B', type: 'math', expression: 'is_number($A) || is_nan($A) || is_inf($A)' },
};

/** The value of an alert is called otherwise in Grafana. A `$` in a label is a variable of the environment, unless there are two of them. */
function valued(text: string): string {
  return text.replace(/\$value\b/g, '$values.A.Value');
}

function mapped(
  texts: Readonly<Record<string, string>>,
  change: (text: string) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, change(text)]));
}
