import { type TreeMap, evaluate, literal } from '../../engine/expr';
import { concreteHandles, section } from '../../engine/values';
import type { Installation } from './alert';
import { settingsOfAlerts } from './alert-values';
import { ALERTS } from './alerts';
import type { Preset } from './presets';
import { type AlertHandles, type RuleSettings, ruleGroups } from './rules';
import { DEFAULT_SLO } from './slo';

/** The installation of the scenarios: all is known of it, so that every alert is made. */
const INSTALLATION: Installation = {
  selector: literal('job="coder/master-monitor"'),
  replicas: literal(2),
  memoryLimit: literal('1 * 1024^3'),
  isModelled: literal<boolean>(true),
};

/** Where the runbooks are in a rule file. */
export const RUNBOOKS = 'docs/runbooks';

/** A group of rules as Prometheus reads it. */
export interface RuleFileGroup {
  readonly name: string;
  readonly rules?: readonly RuleFileRule[];
}

/** A rule as Prometheus reads it. */
export interface RuleFileRule {
  readonly record?: string;
  readonly alert?: string;
  readonly expr: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A rule file of Prometheus: every rule with its default settings, for a known installation. */
export function ruleFile(
  preset: Preset,
  installation: Installation = INSTALLATION,
): { readonly groups: readonly RuleFileGroup[] } {
  const groups = ruleGroups(ruleSettings(preset, installation));
  const file = evaluate({ groups }, { values: {}, builtins: { releaseName: '', namespace: '' } });
  return file as unknown as { readonly groups: readonly RuleFileGroup[] };
}

function ruleSettings(preset: Preset, installation: Installation): RuleSettings {
  const alerts = concreteHandles(section('Alerts.', settingsOfAlerts(ALERTS)), {});
  return {
    preset: literal(preset),
    installation,
    slo: DEFAULT_SLO,
    alerts: alerts as unknown as Readonly<Record<string, AlertHandles>>,
    labels: literal<TreeMap>({}) as RuleSettings['labels'],
    runbookUrl: literal(RUNBOOKS),
  };
}
