import type { Expr } from '../../engine/expr';
import { concreteHandles, section } from '../../engine/values';
import type { Duration } from '../promql';
import type { Alert, Installation, Leaves } from './alert';
import type { Dashboard } from './dashboards/dashboard';
import type { RecordingRule, RecordingScenario } from './recording';
import type { WatchedProgram } from './subject';

/** Names of the objects of an installation, for the commands in runbooks. */
export type RunbookNames = Readonly<Record<string, string>>;

/** A group of rules: they are evaluated in order, together. */
export interface RuleGroup {
  /** Unique in the profile; alerts and recording rules name it. */
  readonly name: string;
  /** How often; by default as often as Prometheus evaluates rules. At most 5 minutes, which is how far it looks back. */
  readonly interval?: Duration;
}

/** All that is known of monitoring a program, as data. */
export interface Profile<P extends string = string> extends WatchedProgram<P> {
  /** Groups of rules, in order. */
  readonly groups: readonly RuleGroup[];
  /** Beginning of the name of each group of rules. */
  readonly groupPrefix: string;
  /** What is promised to users, as values with defaults. */
  readonly objectives: Leaves;
  /** The recording rules for given objectives; within a group, a rule comes after those that it reads. */
  readonly recordings: (objectives: Readonly<Record<string, Expr>>) => readonly RecordingRule[];
  /** What the recording rules yield, by example. */
  readonly recordingScenarios: readonly RecordingScenario[];
  /** In the order of the reference; names are unique. */
  readonly alerts: readonly Alert[];
  /** Alerts that were taken away: dashboards show the defaults of their thresholds. */
  readonly retired?: readonly Alert[];
  /** The dashboards, that for whoever is called first. */
  readonly dashboards: readonly Dashboard[];
  /** The installation of the scenarios: all is known of it, so that every alert is made. */
  readonly example: Installation;
  /** What runbooks put in place of `@{...}` in their texts, such as `namespace` for `@{namespace}`, for that installation; by default nothing. */
  readonly names?: RunbookNames;
}

/** The recording rules with the default objectives. */
export function defaultRecordings({ recordings, objectives }: Profile): readonly RecordingRule[] {
  return recordings(concreteHandles(section('Objectives.', objectives), {}));
}
