import { literal } from '../../engine/expr';
import { type Children, type Section, bool, choice, concreteHandles, labels, section, text } from '../../engine/values';
import { type Alert, type AlertRule, type Installation, SEVERITIES, type Surroundings, settingOf } from './alert';
import { DEFAULT_SLO } from './slo';

/** An installation about which nothing is known: what is the same for all can be read from an alert with it. */
export const NO_INSTALLATION: Installation = {
  selector: literal(''),
  replicas: literal(''),
  memoryLimit: literal(''),
  isModelled: literal<boolean>(true),
};

/** The rules of an alert with its default thresholds, for any installation. */
export function defaultRules(alert: Alert, installation: Installation = NO_INSTALLATION): readonly AlertRule<string>[] {
  return alert.rules(defaultsOfAlert(alert, installation));
}

/** The default thresholds of an alert, and what it looks at. */
function defaultsOfAlert(alert: Alert, installation: Installation): Surroundings {
  const thresholds = concreteHandles(section('Thresholds.', alert.thresholds), {});
  return { ...thresholds, installation, slo: DEFAULT_SLO };
}

/** Whether severity and duration of an alert can be set: those of a burn rate belong to its windows. */
export function isAdjustable(alert: Alert): boolean {
  return defaultRules(alert).length === 1;
}

/** The settings of one alert: switch, severity, duration, labels, thresholds. */
function alertSettings(alert: Alert): Section {
  const [rule] = defaultRules(alert);
  if (rule === undefined) throw new Error(`${alert.name} has no rule`);
  return section(`Alert ${alert.name}.`, {
    enabled: bool({ description: 'Makes the alert.', default: true }),
    ...(isAdjustable(alert) ? adjustable(rule) : {}),
    labels: labels({ description: 'More labels for the alert, for example to route it.', default: {} }),
    ...alert.thresholds,
  });
}

function adjustable(rule: AlertRule<string>): Children {
  return {
    severity: choice(SEVERITIES, { description: 'Label "severity".', default: rule.severity }),
    for: text({ description: 'How long the condition must hold.', default: rule.for, format: 'duration' }),
  };
}

/** The settings of all alerts, by name. */
export function settingsOfAlerts(alerts: readonly Alert[]): Readonly<Record<string, Section>> {
  return Object.fromEntries(alerts.map((alert) => [settingOf(alert), alertSettings(alert)]));
}
