import { requireFields, requireGiven } from '../../engine/expr';
import { keepsLabel } from '../promql';
import { type Alert, SEVERITIES } from './alert';
import { defaultRules } from './alert-settings';
import { CLUSTER_LABEL, INSTALLATION, isClusterLabel } from './labels';
import type { Profile } from './profile';
import type { RuleFile } from './rule-files';

/**
 * A rule of Alertmanager: while an alert fires that the source matchers match, those that the target matchers match are not sent.
 *
 * @see https://prometheus.io/docs/alerting/latest/configuration/#inhibit_rule
 */
export interface InhibitRule {
  /** What the alert that is sent matches. */
  readonly source_matchers: readonly string[];
  /** What the alerts that are not sent match. */
  readonly target_matchers: readonly string[];
  /** Labels that both must have alike; a label that both lack counts as alike. */
  readonly equal: readonly string[];
}

/** What inhibition rules are made for. */
export interface InhibitionOptions {
  /** The rules as installed: alerts that are off are left out, and an alert is never silent for the sake of a less urgent one. */
  readonly rules: RuleFile;
  /** Label that tells clusters apart, which Prometheus may add to what it sends; by default `cluster`. */
  readonly clusterLabel?: string;
}

/** Alerts that say what others say too, and the labels by which they are about the same. */
interface Pair {
  readonly source: Alert;
  readonly target: Alert;
}

/**
 * Rules for Alertmanager by which one event calls once: of alerts that say the same, the one that says most; of the rules of one alert, the
 * most urgent.
 *
 * @param source a mixin, such as `CODERD_1_36.mixin`, with what was added to it
 * @throws Error when there are no rules, or the label is none.
 */
export function inhibitRules(
  source: { readonly profile: Profile },
  options: InhibitionOptions,
): readonly InhibitRule[] {
  requireFields('inhibitRules: source', source, { profile: 'a map' });
  requireFields('inhibitRules: options', options, { rules: 'a map' });
  requireFields('inhibitRules: options.rules', options.rules, { groups: 'a list' });
  const { rules, clusterLabel = 'cluster' } = options;
  requireGiven(isClusterLabel(clusterLabel), 'inhibitRules: options.clusterLabel', CLUSTER_LABEL, clusterLabel);
  const { profile } = source;
  const urgencies = urgenciesIn(rules);
  const isThere = ({ name }: Alert): boolean => urgencies.has(name);
  const alerts = profile.alerts.filter(isThere);
  const equal = [clusterLabel, ...INSTALLATION];
  const pairs = alerts.flatMap((target) =>
    alerts.filter(({ name }) => target.saidBy?.includes(name) === true).map((source) => ({ source, target })),
  );
  const kept = pairs.filter(({ source, target }) => isAsUrgent(urgencies.get(source.name), urgencies.get(target.name)));
  return [...alerts.flatMap((source) => rulesOf(source, kept, equal)), ...ownRules(alerts, equal)];
}

/** The severities of each alert. */
function urgenciesIn({ groups }: RuleFile): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const { alert = '', labels = {} } of groups.flatMap(({ rules = [] }) => rules))
    if (alert !== '') found.set(alert, [...(found.get(alert) ?? []), labels['severity'] ?? '']);
  return found;
}

/** Of words that somebody chose, nothing is known but whether they are the same. */
function isAsUrgent(source: readonly string[] = [], target: readonly string[] = []): boolean {
  const rank = (severity: string): number => (SEVERITIES as readonly string[]).indexOf(severity);
  const isOne = (one: string, other: string): boolean =>
    one === other || (rank(one) >= 0 && rank(other) >= 0 && rank(one) < rank(other));
  return source.every((one) => target.every((other) => isOne(one, other)));
}

function rulesOf(source: Alert, pairs: readonly Pair[], equal: readonly string[]): readonly InhibitRule[] {
  const own = pairs.filter((pair) => pair.source === source);
  const rule = (some: readonly Pair[], labels: readonly string[]): readonly InhibitRule[] =>
    some.length === 0
      ? []
      : [
          {
            source_matchers: [`alertname="${source.name}"`],
            target_matchers: [anyOf(some.map(({ target }) => target.name))],
            equal: labels,
          },
        ];
  return [
    ...rule(
      own.filter((pair) => !isOfPod(pair)),
      equal,
    ),
    ...rule(own.filter(isOfPod), [...equal, 'pod']),
  ];
}

/** What is said of one pod is not said of another. */
function isOfPod({ source, target }: Pair): boolean {
  return [source, target].every((alert) => defaultRules(alert).every(({ query }) => keepsLabel(query, 'pod')));
}

/** Rules of one alert differ in how soon somebody must act. */
function ownRules(alerts: readonly Alert[], equal: readonly string[]): readonly InhibitRule[] {
  const several = alerts.filter((alert) => new Set(defaultRules(alert).map(({ severity }) => severity)).size > 1);
  if (several.length === 0) return [];
  const names = anyOf(several.map(({ name }) => name));
  return [
    {
      source_matchers: [names, 'severity="critical"'],
      target_matchers: [names, 'severity!="critical"'],
      equal: ['alertname', ...equal],
    },
  ];
}

function anyOf(names: readonly string[]): string {
  const [name = '', ...others] = names;
  return others.length === 0 ? `alertname="${name}"` : `alertname=~"${names.join('|')}"`;
}
