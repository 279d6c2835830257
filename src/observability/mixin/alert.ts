import type { Expr, Value } from '../../engine/expr';
import type { AnyQuery, Duration, Query } from '../promql';
import type { Children, Handles, Section } from '../../engine/values';
import type { Scenario } from './scenario';
import type { Slo } from './slo';

/** How soon somebody must act: now, during the day, or never (it explains another alert). */
export const SEVERITIES = ['critical', 'warning', 'info'] as const;

/** One of the severities. */
export type Severity = (typeof SEVERITIES)[number];

/** Groups of rules: a group is evaluated in order, together. */
export const GROUPS = [
  'scrape',
  'api',
  'slo',
  'slo-long',
  'license',
  'jobs',
  'database',
  'networking',
  'runtime',
] as const;

/** One of the groups. */
export type Group = (typeof GROUPS)[number];

/** What the model knows of the installation that is watched. */
export interface Installation {
  /** Matchers that select the series of this installation, such as `job="coder/master-monitor"`. */
  readonly selector: Expr<string>;
  /** Pods that should run; `""` where an autoscaler decides. */
  readonly replicas: Expr<number | ''>;
  /** Memory limit of coderd as a number of PromQL, in bytes, such as `512 * 1024^2`; `""` without a limit. */
  readonly memoryLimit: Expr<string>;
  /** False where only the monitoring is installed, so that replicas and limit are not known. */
  readonly isModelled: Expr<boolean>;
}

/** What every alert may look at. */
export interface Surroundings {
  readonly installation: Installation;
  /** What is promised to users. */
  readonly slo: Slo;
}

/** What an alert is made from: its thresholds, and what every alert may look at. */
export type Given<C extends Children> = Handles<Section<C>> & Surroundings;

/** How a number is written in a text; see https://prometheus.io/docs/prometheus/latest/configuration/template_reference/. */
export type ValueFormat = 'number' | 'percent' | 'duration' | 'bytes' | 'whole';

/** What a text of an alert can say of the alert that fires. Only labels that its query keeps can be named. */
export interface Firing<L extends string> {
  readonly label: (name: L) => string;
  readonly value: (format: ValueFormat) => Value<string>;
  /** A threshold in the format of the value. */
  readonly bound: (threshold: Value<number>, format: ValueFormat) => Value<string>;
  /** How long the condition has held, such as `5m`. */
  readonly lasting: Value<string>;
  /** A label that the rule itself adds. */
  readonly own: (name: string) => string;
}

/** A page for whoever is called: what it means, whom it hurts, how to find the cause, what to do. Markdown. */
export interface Runbook {
  readonly meaning: string;
  readonly impact: string;
  /** Steps; a step may name a query whose result answers it. */
  readonly diagnosis: readonly (string | { readonly text: string; readonly query: AnyQuery })[];
  readonly mitigation: readonly string[];
}

/** One rule of an alert; most have one, a burn rate has several. */
export interface AlertRule<L extends string> {
  readonly severity: Severity;
  /** How long the condition must hold; `0m` fires at once. */
  readonly for: Duration;
  /** Labels that tell the rules of one alert apart. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly query: Query<L>;
}

/** An alert: what it is made from, and the labels that its query keeps. */
interface AlertFrom<G extends Surroundings, L extends string> {
  /** Name in Prometheus. Its setting is called the same without the prefix: `CoderdScrapeDown` is `metrics.alerts.scrapeDown`. */
  readonly name: `Coderd${string}`;
  readonly group: Group;
  /** Bounds that an operator may change. */
  readonly thresholds: Children;
  /** Condition without which the alert cannot be asked; by default always. */
  readonly when?: (installation: Installation) => Expr<boolean>;
  readonly rules: (given: G) => readonly AlertRule<L>[];
  /** One line: what is wrong, where. */
  readonly summary: (firing: Firing<NoInfer<L>>, given: G) => Value<string>;
  /** What was measured, what the bound is, what it means for people. */
  readonly description: (firing: Firing<NoInfer<L>>, given: G) => Value<string>;
  readonly runbook: Runbook;
  readonly scenarios: readonly Scenario[];
}

/** An alert as it is declared. */
export type AlertDeclaration<C extends Children, L extends string> = AlertFrom<Given<C>, L> & {
  readonly thresholds: C;
};

/** An alert; which thresholds and labels it has is forgotten. */
export type Alert = AlertFrom<Surroundings, string>;

/** Declares an alert. */
export function alert<const C extends Children, L extends string>(declaration: AlertDeclaration<C, L>): Alert {
  return declaration as unknown as Alert;
}

/** Key of the settings of an alert. */
export function settingOf({ name }: Pick<Alert, 'name'>): string {
  const rest = name.slice('Coderd'.length);
  return rest.charAt(0).toLowerCase() + rest.slice(1);
}
