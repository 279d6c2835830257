import {
  type Expr,
  type Tree,
  type TreeMap,
  type Value,
  and,
  entry,
  equals,
  firstNonEmpty,
  ifElse,
  isConcrete,
  isSet,
  literal,
  literalOf,
  merge,
  not,
  optional,
  interpolate,
  unlessEmpty,
} from '../../engine/expr';
import { type AnyQuery, hasHistogram, keepsLabel, printQuery } from '../promql';
import type { Alert, AlertSettings, Firing, Installation, MadeRule, ValueFormat } from './alert';
import type { AlertHandles } from './alert-settings';
import { PRESETS, type Preset, histogramsOf, isKept } from './presets';
import type { Profile } from './profile';
import { settingOf } from './subject';
import type { RecordingRule } from './recording';

/** What the rules depend on: settings of an installation, known now or later. */
export interface RuleSettings {
  /** Which metrics and histograms Prometheus has. */
  readonly preset: Expr<Preset>;
  /** The installation that is watched. */
  readonly installation: Installation;
  /** What is promised to users. */
  readonly slo: Readonly<Record<string, Expr>>;
  /** Settings by alert. */
  readonly alerts: Readonly<Record<string, AlertHandles>>;
  /** Labels of every alert. */
  readonly labels: Expr<Readonly<Record<string, string>>>;
  /** Where the runbooks are published; empty for nowhere. */
  readonly runbookUrl: Expr<string>;
  /** Label that tells clusters apart, where one Prometheus reads the metrics of several: rules then judge each on its own. By default none. */
  readonly clusterLabel?: Expr<string>;
}

/** Window of a query that does not say one. */
const WINDOW = '5m';

/** A profile for an installation. */
interface Made {
  readonly profile: Profile;
  readonly settings: RuleSettings;
}

/**
 * The groups of rules: recording rules, then alerts.
 *
 * @see https://prometheus.io/docs/prometheus/latest/configuration/recording_rules/#rule_group
 */
export function ruleGroups(profile: Profile, settings: RuleSettings): readonly TreeMap[] {
  const made: Made = { profile, settings };
  const recordings = profile.recordings(settings.slo);
  return profile.groups.map(({ name, interval }) => {
    const records = recordings.filter(({ group }) => group === name).map((rule) => recordingRule(rule, made));
    const alerts = profile.alerts.filter(({ group }) => group === name).flatMap((alert) => alertRules(alert, made));
    return { name: `${profile.groupPrefix}-${name}`, interval, rules: unlessEmpty([...records, ...alerts]) };
  });
}

function recordingRule({ record, query, not: without = [] }: RecordingRule, made: Made): Tree {
  const tree = { record, expr: expression(query, made) };
  return optional(isMade(query, made, without), tree);
}

function isMade(query: AnyQuery, { profile, settings }: Made, without: readonly Preset[] = []): Expr<boolean> {
  const unfit = PRESETS.filter((name) => without.includes(name) || !isKept(query, name, profile.lean));
  return and(...unfit.map((name) => not(equals(settings.preset, name))));
}

const NONE = literal<string>('');

/** A text that is there where clusters are told apart. */
function ofClusters(label: Expr<string>, before: string, after: string): Value<string> {
  const text = ifElse(isSet(label), interpolate`${before}${label}${after}`, '');
  return isConcrete(text) ? (literalOf(text) as string) : text;
}

/** The text of a query, which depends on the form of the histograms if it reads one. */
function expression(query: AnyQuery, { settings: { preset, installation, clusterLabel = NONE } }: Made): Expr<string> {
  const common = { selector: installation.selector, window: WINDOW, alsoBy: ofClusters(clusterLabel, '', ', ') };
  const print = (of: Preset): Expr<string> => printQuery(query, { ...common, histograms: histogramsOf(of) });
  return hasHistogram(query) ? ifElse(equals(preset, 'native'), print('native'), print('full')) : print('full');
}

function alertRules(alert: Alert, made: Made): readonly Tree[] {
  const { profile, settings } = made;
  const own = settings.alerts[settingOf(alert, profile)];
  if (own === undefined) throw new Error(`there are no settings of the alert ${alert.name}`);
  const given: AlertSettings = { own, slo: settings.slo, installation: settings.installation };
  const asked = alert.when(settings.installation);
  return alert.rules(given).map((rule) => {
    const condition = and(own.enabled, asked, isMade(rule.query, made));
    const { severity = rule.severity, for: lasting = rule.for } = own;
    const firing = firingOf(rule, lasting);
    return optional(condition, {
      alert: alert.name,
      expr: expression(rule.query, made),
      for: lasting,
      labels: merge({ ...placeOf(rule, made), ...rule.labels }, literal({ severity }), settings.labels, own.labels),
      annotations: annotations(alert, made, { firing, given, own: own.annotations }),
    });
  });
}

/** An alert without a namespace would reach no receiver that somebody set up for it. */
function placeOf({ query }: MadeRule, { settings: { installation } }: Made): Readonly<Record<string, Expr<string>>> {
  const { namespace } = installation;
  return namespace === undefined || keepsLabel(query, 'namespace') ? {} : { namespace };
}

/** What the annotations of a rule are made of. */
interface Texts {
  readonly firing: Firing<string>;
  readonly given: AlertSettings;
  readonly own: AlertHandles['annotations'];
}

/** The texts of an alert; people read them, so those of its settings count before its own. */
function annotations(alert: Alert, made: Made, { firing, given, own }: Texts): Tree {
  const { runbookUrl, clusterLabel = NONE } = made.settings;
  const cluster = ofClusters(clusterLabel, '{{ with $labels.', ' }}{{ . }}: {{ end }}');
  const said = alert.summary(firing, given);
  const ownUrl = entry(own, 'runbook_url');
  return merge(
    {
      summary: firstNonEmpty(entry(own, 'summary'), cluster === '' ? said : interpolate`${cluster}${said}`),
      description: firstNonEmpty(entry(own, 'description'), alert.description(firing, given)),
      runbook_url: optional(
        isSet(firstNonEmpty(ownUrl, runbookUrl)),
        firstNonEmpty(ownUrl, interpolate`${runbookUrl}/${alert.name}.md`),
      ),
    },
    own,
  );
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

function firingOf(rule: MadeRule, lasting: Value<string>): Firing<string> {
  return {
    label: (name) => `{{ $labels.${name} }}`,
    value: (format) => shown('$value', format),
    bound: shown,
    lasting,
    own: (name) => rule.labels?.[name] ?? '',
  };
}
