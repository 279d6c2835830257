import { type Expr, type TreeMap, literal } from '../../engine/expr';
import type { AnyQuery } from '../promql';
import type { Alert, Leaves } from './alert';
import type { AlertSection } from './alert-settings';
import { type Dashboard, type DashboardFile, dashboardFile } from './dashboards/dashboard';
import { type Hole, queryMarkers } from './dashboards/value';
import { type Additions, checkProfile, extended, reduced } from './extend';
import { type Preset, isKept } from './presets';
import { type Profile, defaultRecordings } from './profile';
import { type SettingKey, settingOf } from './subject';
import type { RecordingRule } from './recording';
import { type RuleFile, type RuleFileOptions, alertSections, ruleFile } from './rule-files';
import { type RuleSettings, ruleGroups } from './rules';
import { type GroupTests, unitTests } from './unit-tests';

/** Thresholds of alerts, by the key of their settings. */
export type AlertThresholds = Readonly<Record<string, Leaves>>;

/** The thresholds of no alerts. */
export type NoAlerts = Readonly<Record<never, never>>;

/** The thresholds of alerts whose names begin with \`P\`, by the key of their settings. */
export type ThresholdsOf<A extends readonly Alert[], P extends string> = {
  readonly [One in A[number] as SettingKey<One['name'], P>]: One['thresholds'];
};

/** Rules, dashboards and their tests, made of a profile. \`P\` begins the names of all alerts. */
export interface Mixin<P extends string = string, Own extends AlertThresholds = NoAlerts> {
  /** Type only: the thresholds of the alerts that were added with \`with\`. */
  readonly ownAlerts?: Own;
  /** What it was made of, with all that was added or taken away. */
  readonly profile: Profile<P>;
  /** The same with more alerts, rules or dashboards, or with others of the same name. */
  readonly with: <const A extends readonly Alert[] = readonly []>(
    additions: Additions<A>,
  ) => Mixin<P, Own & ThresholdsOf<A, P>>;
  /**
   * The same without some alerts or dashboards, by name or uid.
   *
   * @throws Error when there is nothing of a name.
   */
  readonly without: (...names: readonly string[]) => Mixin<P, Own>;
  /** The recording rules with the default objectives. */
  readonly recordings: readonly RecordingRule[];
  /** The settings of all alerts, by the name of each without the prefix. */
  readonly alertSections: Readonly<Record<string, AlertSection>>;
  /** Key of the settings of an alert. */
  readonly settingOf: (alert: Pick<Alert, 'name'>) => string;
  /** Whether a preset keeps everything that a query reads. */
  readonly isKept: (query: AnyQuery, preset: Preset) => boolean;
  /** The groups of rules for the settings of an installation, known now or later. */
  readonly ruleGroups: (settings: RuleSettings) => readonly TreeMap[];
  /** A rule file of Prometheus with the default settings. */
  readonly ruleFile: (preset: Preset, options?: RuleFileOptions) => RuleFile;
  /** The scenarios of alerts and recording rules as unit tests of promtool, by group. */
  readonly unitTests: (preset: Preset) => readonly GroupTests[];
  /** A dashboard as a file; with a label that tells clusters apart, one of which can be chosen. */
  readonly dashboardFile: (dashboard: Dashboard, preset: Preset, clusterLabel?: string) => DashboardFile;
  /** The number that a place in the file of a dashboard takes, for the settings of an installation. */
  readonly valueAt: (hole: Hole, settings: NumberSettings) => Expr;
}

/**
 * Makes rules, dashboards and their tests of a profile.
 *
 * @throws Error when the name of an alert lacks the prefix of the profile, or its group is not there.
 */
export function mixin<const P extends string>(profile: Profile<P>): Mixin<P> {
  return made(profile);
}

function made<P extends string, Own extends AlertThresholds>(profile: Profile<P>): Mixin<P, Own> {
  checkProfile(profile);
  const markers = queryMarkers([...profile.alerts, ...(profile.retired ?? [])], profile.objectives);
  return {
    profile,
    with: (additions) => made(extended(profile, additions)),
    without: (...names) => made(reduced(profile, names)),
    recordings: defaultRecordings(profile),
    alertSections: alertSections(profile),
    settingOf: (alert) => settingOf(alert, profile),
    isKept: (query, preset) => isKept(query, preset, profile.lean),
    ruleGroups: (settings) => ruleGroups(profile, settings),
    ruleFile: (preset, options) => ruleFile(profile, preset, options),
    unitTests: (preset) => unitTests(profile, preset),
    dashboardFile: once((dashboard, preset, clusterLabel) =>
      dashboardFile(dashboard, {
        ...{ subject: profile, preset, markers },
        ...(clusterLabel === undefined ? {} : { clusterLabel }),
      }),
    ),
    valueAt: (hole, settings) => valueAt(hole, profile, settings),
  };
}

/** A model asks for each file at every build. */
function once(draw: Mixin['dashboardFile']): Mixin['dashboardFile'] {
  const drawn = new Map<Dashboard, Partial<Record<Preset, DashboardFile>>>();
  return (dashboard, preset, clusterLabel) => {
    if (clusterLabel !== undefined) return draw(dashboard, preset, clusterLabel);
    const files = drawn.get(dashboard) ?? {};
    const file = files[preset] ?? draw(dashboard, preset);
    drawn.set(dashboard, { ...files, [preset]: file });
    return file;
  };
}

/** The settings whose numbers dashboards show. */
export type NumberSettings = Pick<RuleSettings, 'alerts' | 'slo'>;

function valueAt({ place }: Hole, profile: Profile, settings: NumberSettings): Expr {
  const [kind, name = '', threshold = ''] = place;
  const found = kind === 'slo' ? settings.slo[name] : settings.alerts[settingOf({ name }, profile)]?.[threshold];
  const retired = profile.retired?.find((alert) => alert.name === name)?.thresholds[threshold];
  if (found !== undefined) return found;
  if (retired !== undefined) return literal(retired.default);
  throw new Error(`a dashboard shows ${place.join('.')}, which the profile does not have`);
}
