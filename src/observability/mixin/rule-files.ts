import { type TreeMap, evaluate, literal } from '../../engine/expr';
import { concreteHandles, section } from '../../engine/values';
import type { Installation } from './alert';
import { type AlertSection, labelsSetBy, settingsOfAlert, sharedSettings } from './alert-settings';
import type { Preset } from './presets';
import type { Profile } from './profile';
import { settingOf } from './subject';
import { type RuleSettings, ruleGroups } from './rules';

/** A rule file of Prometheus. */
export interface RuleFile {
  /** In order; each is evaluated on its own. */
  readonly groups: readonly RuleFileGroup[];
}

/** A group of rules as Prometheus reads it. */
export type RuleFileGroup = {
  /** Unique in the file. */
  readonly name: string;
  /** Such as `1m`; by default the interval of Prometheus itself. */
  readonly interval?: string;
  /** Evaluated in order. */
  readonly rules?: readonly RuleFileRule[];
};

/** A rule as Prometheus reads it. */
export type RuleFileRule = {
  /** Name of the recorded series; a rule has this or `alert`. */
  readonly record?: string;
  /** Name of the alert; a rule has this or `record`. */
  readonly alert?: string;
  /** PromQL. */
  readonly expr: string;
  /** How long the condition must hold, such as `5m`; by default the alert fires at once. */
  readonly for?: string;
  /** Labels added to the result. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Texts of the alert, with templates that Prometheus fills in. */
  readonly annotations?: Readonly<Record<string, string>>;
};

/** The settings of all alerts, by name. */
export function alertSections(profile: Profile): Readonly<Record<string, AlertSection>> {
  const common = { reserved: labelsSetBy(profile.alerts), shared: sharedSettings(profile.alerts) };
  return Object.fromEntries(profile.alerts.map((alert) => [settingOf(alert, profile), settingsOfAlert(alert, common)]));
}

/** Settings of rules that are all known; by default those of the values, for the installation of the scenarios. */
export interface RuleFileOptions {
  /** The installation that is watched; by default that of the scenarios. */
  readonly installation?: Installation;
  /** Objectives in place of the defaults. */
  readonly slo?: Readonly<Record<string, string | number>>;
  /** Where the runbooks are published; by default nowhere, and alerts have no link. */
  readonly runbookUrl?: string;
  /** Label that tells clusters apart, where one Prometheus reads the metrics of several; by default they are not told apart. */
  readonly clusterLabel?: string;
}

/** A rule file of Prometheus: every rule with its default settings, for a known installation. */
export function ruleFile(profile: Profile, preset: Preset, options: RuleFileOptions = {}): RuleFile {
  return readRules(ruleGroups(profile, defaultSettings(profile, preset, options)));
}

function defaultSettings(profile: Profile, preset: Preset, options: RuleFileOptions): RuleSettings {
  const { installation = profile.example, slo = {}, runbookUrl = '', clusterLabel = '' } = options;
  return {
    preset: literal(preset),
    installation,
    slo: concreteHandles(section('Objectives.', profile.objectives), slo),
    alerts: concreteHandles(section('Alerts.', alertSections(profile)), {}),
    labels: literal({}),
    runbookUrl: literal(runbookUrl),
    clusterLabel: literal(clusterLabel),
  };
}

/** Groups of rules of which all is known, as Prometheus reads them. */
export function readRules(groups: readonly TreeMap[]): RuleFile {
  return { groups: groups.map(readGroup) };
}

function readGroup(group: TreeMap): RuleFileGroup {
  return evaluate(group, { values: {}, builtins: { releaseName: '', namespace: '' } }) as RuleFileGroup;
}
