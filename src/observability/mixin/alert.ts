import { type Expr, type Value, literal } from '../../engine/expr';
import { type Handles, type Leaf, type Section, handlesIn, section } from '../../engine/values';
import type { AnyQuery, Duration, Query } from '../promql';
import type { Scenario } from './scenario';

/** How soon somebody must act: now, during the day, or never (it explains another alert). */
export const SEVERITIES = ['critical', 'warning', 'info'] as const;

/** One of the severities. */
export type Severity = (typeof SEVERITIES)[number];

/** What the model knows of the installation that is watched. */
export interface Installation {
  /** Matchers that select the series of this installation, such as `job="coder/master-monitor"`. */
  readonly selector: Expr<string>;
  /** Where it is, for alerts whose query does not say it; by default they do not say it either. */
  readonly namespace?: Expr<string>;
  /** Pods that should run; `""` where an autoscaler decides. */
  readonly replicas: Expr<number | ''>;
  /** Memory limit of a process as a number of PromQL, in bytes, such as `512 * 1024^2`; `""` without a limit. */
  readonly memoryLimit: Expr<string>;
  /** False where only the monitoring is installed, so that replicas and limit are not known. */
  readonly isModelled: Expr<boolean>;
}

/** Values without sections. */
export type Leaves = Readonly<Record<string, Leaf>>;

/** What an alert is made from: its thresholds, the installation that is watched, and the objectives that it names. */
export type Given<T extends Leaves, O extends Leaves> = Handles<Section<T>> & {
  readonly installation: Installation;
  /** What is promised to users. */
  readonly slo: Handles<Section<O>>;
};

/** The settings of an installation that an alert is made from. */
export interface AlertSettings {
  /** Its own settings, thresholds among them. */
  readonly own: Readonly<Record<string, Expr>>;
  /** What is promised to users. */
  readonly slo: Readonly<Record<string, Expr>>;
  /** The installation that is watched. */
  readonly installation: Installation;
}

/** How a number is written in a text; see https://prometheus.io/docs/prometheus/latest/configuration/template_reference/. */
export type ValueFormat = 'number' | 'percent' | 'duration' | 'bytes' | 'whole';

/** What a text of an alert can say of the alert that fires. Only labels that its query keeps can be named. */
export interface Firing<L extends string> {
  /** Value of a label, as a template that Prometheus fills in. */
  readonly label: (name: L) => string;
  /** The measured value, in a format. */
  readonly value: (format: ValueFormat) => Value<string>;
  /** A threshold in the format of the value. */
  readonly bound: (threshold: Value<number>, format: ValueFormat) => Value<string>;
  /** How long the condition has held, such as `5m`. */
  readonly lasting: Value<string>;
  /** A label that the rule itself adds. */
  readonly own: (name: string) => string;
}

/**
 * A page for whoever is called: what it means, whom it hurts, how to find the cause, what to do. Markdown. `@{namespace}` and the like stand
 * for the names of an installation.
 */
export interface Runbook {
  /** What has happened when the alert fires. */
  readonly meaning: string;
  /** What users notice, and what they do not. */
  readonly impact: string;
  /** Steps; a step may name a query whose result answers it. */
  readonly diagnosis: readonly (string | { readonly text: string; readonly query: AnyQuery })[];
  /** Steps that end the problem, the usual one first. */
  readonly mitigation: readonly string[];
}

/** One rule of an alert; most have one, a burn rate has several. */
export interface AlertRule<L extends string> extends MadeRule {
  /** Must return series while the alert is pending or firing. */
  readonly query: Query<L>;
}

/** One rule of an alert, whatever labels its query keeps. */
export interface MadeRule {
  /** Label `severity` of the alert; settings of the installation may replace it. */
  readonly severity: Severity;
  /** How long the condition must hold; `0m` fires at once. */
  readonly for: Duration;
  /** Labels that tell the rules of one alert apart. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Must return series while the alert is pending or firing. */
  readonly query: AnyQuery;
}

/** What an alert is, whatever its thresholds and labels. */
export interface AlertFacts<N extends string = string> {
  /** Name in Prometheus. Its setting is called the same without the prefix: `CoderdScrapeDown` is `alerts.scrapeDown`. */
  readonly name: N;
  /** Name of its group of rules, one of the profile. */
  readonly group: string;
  /**
   * Names of alerts that say what this one says, and more: while one of them fires for the same pods, nobody needs to hear of this one. By
   * default none.
   */
  readonly saidBy?: readonly string[];
  /** The page for whoever is called by it. */
  readonly runbook: Runbook;
  /** Courses of events in which it fires or stays silent; they become unit tests. */
  readonly scenarios: readonly Scenario[];
}

/** An alert as it is declared: `N` is its name, `T` are its thresholds, `O` the objectives that it watches, `L` the labels that its query keeps. */
export interface AlertDeclaration<
  T extends Leaves,
  L extends string,
  O extends Leaves,
  N extends string = string,
> extends AlertFacts<N> {
  /** Bounds that an operator may change. */
  readonly thresholds: T;
  /** Objectives of the profile that it watches; by default none. */
  readonly objectives?: O;
  /** Condition without which the alert cannot be asked; by default always. */
  readonly when?: (installation: Installation) => Expr<boolean>;
  /** Rules for given thresholds and objectives; each has a severity of its own, or labels that tell them apart. */
  readonly rules: (given: Given<T, O>) => readonly AlertRule<L>[];
  /** One line: what is wrong, where. */
  readonly summary: (firing: Firing<NoInfer<L>>, given: Given<T, O>) => Value<string>;
  /** What was measured, what the bound is, what it means for people. */
  readonly description: (firing: Firing<NoInfer<L>>, given: Given<T, O>) => Value<string>;
}

/** An alert; only its thresholds and its name are left in its type. */
export interface Alert<T extends Leaves = Leaves, N extends string = string> extends AlertFacts<N> {
  /** Its own settings: kinds of values with defaults, by name. */
  readonly thresholds: T;
  /** Objectives of the profile that it watches, by name. */
  readonly objectives: Leaves;
  /** Condition without which its rules are left out. */
  readonly when: (installation: Installation) => Expr<boolean>;
  /** The rules for the settings of an installation. */
  readonly rules: (settings: AlertSettings) => readonly MadeRule[];
  /** One line: what is wrong, where. */
  readonly summary: (firing: Firing<string>, settings: AlertSettings) => Value<string>;
  /** What was measured, what the bound is, what it means for people. */
  readonly description: (firing: Firing<string>, settings: AlertSettings) => Value<string>;
}

/** Declares an alert. */
export function alert<
  const T extends Leaves,
  L extends string,
  const O extends Leaves = Readonly<Record<never, never>>,
  const N extends string = string,
>(declaration: AlertDeclaration<T, L, O, N>): Alert<T, N> {
  const { thresholds, objectives, when = always, rules, summary, description, ...facts } = declaration;
  // Who names no objectives has the empty O.
  const watched = section('Objectives.', (objectives ?? {}) as O);
  const given = ({ own, slo, installation }: AlertSettings): Given<T, O> => ({
    ...handlesIn(section('Thresholds.', thresholds), own),
    installation,
    slo: handlesIn(watched, slo),
  });
  return {
    ...facts,
    thresholds,
    objectives: watched.children,
    when,
    rules: (settings) => rules(given(settings)),
    summary: (firing, settings) => summary(firing, given(settings)),
    description: (firing, settings) => description(firing, given(settings)),
  };
}

function always(): Expr<boolean> {
  return literal<boolean>(true);
}
