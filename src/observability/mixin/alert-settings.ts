import { literal } from '../../engine/expr';
import {
  type Handles,
  type Leaf,
  type Section,
  bool,
  alertAnnotations,
  alertLabels,
  concreteHandles,
  section,
  text,
} from '../../engine/values';
import type { Alert, Installation, MadeRule } from './alert';

/** An installation about which nothing is known: what is the same for all can be read from an alert with it. */
const NO_INSTALLATION: Installation = {
  selector: literal(''),
  replicas: literal(''),
  memoryLimit: literal(''),
  isModelled: literal<boolean>(true),
};

/** The rules of an alert with its default thresholds, for any installation. */
export function defaultRules(alert: Alert, installation: Installation = NO_INSTALLATION): readonly MadeRule[] {
  const known = installation === NO_INSTALLATION ? made.get(alert) : undefined;
  const rules = known ?? makeRules(alert, installation);
  if (installation === NO_INSTALLATION) made.set(alert, rules);
  return rules;
}

/** Names, labels and groups of the rules are asked for many times. */
const made = new WeakMap<Alert, readonly MadeRule[]>();

function makeRules(alert: Alert, installation: Installation): readonly MadeRule[] {
  const own = concreteHandles(section('Thresholds.', alert.thresholds), {});
  const slo = concreteHandles(section('Objectives.', alert.objectives), {});
  return alert.rules({ own, slo, installation });
}

/** The settings of one alert: its switch, labels and annotations; if it has one rule, severity and duration; its thresholds. */
export type AlertChildren = Readonly<Record<string, Leaf>> & {
  readonly enabled: Leaf<boolean>;
  readonly severity?: Leaf<string>;
  readonly for?: Leaf<string>;
  readonly labels: Leaf<Readonly<Record<string, string>>>;
  readonly annotations: Leaf<Readonly<Record<string, string>>>;
};

/** The settings of one alert, as a section of values. */
export type AlertSection = Section<AlertChildren>;

/** The settings of one alert, known now or later. */
export type AlertHandles = Handles<AlertSection>;

/** Labels that the rules of alerts set themselves, such as the windows of a burn rate: settings cannot. */
export function labelsSetBy(alerts: readonly Alert[]): readonly string[] {
  const labels = alerts.flatMap((alert) => defaultRules(alert)).flatMap((rule) => Object.keys(rule.labels ?? {}));
  return [...new Set(labels)].sort();
}

/**
 * Names under which the schema of a chart says once what the settings of several alerts have in common, by their alerts. Such settings
 * differ in their defaults alone.
 */
export function sharedSettings(alerts: readonly Alert[]): ReadonlyMap<Alert, string> {
  const kinds = alerts.map(kindOfSettings);
  const isShared = (kind: string): boolean => kinds.indexOf(kind) < kinds.lastIndexOf(kind);
  const byName = new Map<string, string>();
  const names = alerts.map((alert, i): readonly [Alert, string] | undefined => {
    const [name, kind = ''] = [nameOfSettings(alert), kinds[i]];
    if (!isShared(kind) || (byName.get(name) ?? kind) !== kind) return undefined;
    byName.set(name, kind);
    return [alert, name];
  });
  return new Map(names.filter((one) => one !== undefined));
}

function nameOfSettings(alert: Alert): string {
  return [isOneRule(alert) ? 'alert' : 'alerts', ...Object.keys(alert.thresholds)].join('-');
}

function kindOfSettings(alert: Alert): string {
  const thresholds = Object.entries(alert.thresholds).map(([key, { schema }]) => [key, { ...schema, default: 0 }]);
  return JSON.stringify([isOneRule(alert), thresholds]);
}

function isOneRule(alert: Alert): boolean {
  return defaultRules(alert).length === 1;
}

/** What the alerts of a profile have in common. */
interface Common {
  /** Labels that no settings can give. */
  readonly reserved: readonly string[];
  /** Names of the settings that several alerts have. */
  readonly shared: ReadonlyMap<Alert, string>;
}

/** The settings of one alert. The severities and durations of a burn rate belong to its windows: they cannot be set. */
export function settingsOfAlert(alert: Alert, { reserved, shared }: Common): AlertSection {
  const [rule, ...others] = defaultRules(alert);
  if (rule === undefined) throw new Error(`${alert.name} has no rule`);
  const settings = {
    enabled: bool({ description: 'Enable the alert.', default: true, sharedAs: 'enabled' }),
    ...(others.length === 0 ? adjustable(rule) : {}),
    labels: alertLabels({
      reserved,
      description: 'More labels, for example to route the alert.',
      default: {},
      sharedAs: 'routing',
    }),
    annotations: alertAnnotations({
      description: 'Annotations for the alert; a summary, a description or a runbook_url replaces that of the chart.',
      default: {},
      sharedAs: 'texts',
    }),
  };
  const children: AlertChildren = { ...settings, ...alert.thresholds };
  return section(`${alert.name}.`, children, shared.get(alert));
}

function adjustable(rule: MadeRule): { readonly severity: Leaf<string>; readonly for: Leaf<string> } {
  return {
    severity: text({
      description: 'Label "severity": any word.',
      default: rule.severity,
      format: 'word',
      sharedAs: 'severity',
      usual: 'warning',
    }),
    for: text({
      description: 'How long the condition must hold.',
      default: rule.for,
      format: 'duration',
      sharedAs: 'for',
      usual: '15m',
    }),
  };
}
