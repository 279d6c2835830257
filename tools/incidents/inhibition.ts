import { type InhibitRule, inhibitRules } from '../../src/observability/mixin';
import { DEFAULT_VERSION } from '../../src/coder/versions';
import type { Firing, Part } from './timeline';

type Labels = Part['labels'];

/** The rules of Alertmanager with the default values. */
export function currentInhibition(): readonly InhibitRule[] {
  const { mixin } = DEFAULT_VERSION;
  return inhibitRules(mixin, { rules: mixin.ruleFile('full') });
}

/** What of the alerts that fire Alertmanager sends: the minutes of each in which no other says it. */
export function sent(firings: readonly Firing[], rules: readonly InhibitRule[]): readonly Firing[] {
  const parts = firings.flatMap((firing) => firing.parts);
  return firings.flatMap((firing) => {
    const left = firing.parts
      .map((part) => ({
        ...part,
        minutes: part.minutes.filter((minute) => !isHeld(part.labels, at(parts, minute), rules)),
      }))
      .filter(({ minutes }) => minutes.length > 0);
    const minutes = [...new Set(left.flatMap((part) => part.minutes))].sort((a, b) => a - b);
    return left.length === 0 ? [] : [{ ...firing, minutes, parts: left }];
  });
}

function at(parts: readonly Part[], minute: number): readonly Labels[] {
  return parts.filter(({ minutes }) => minutes.includes(minute)).map(({ labels }) => labels);
}

/**
 * Whether Alertmanager holds an alert back while others fire. One that matches both sides of a rule is not held back by another such.
 *
 * @see https://prometheus.io/docs/alerting/latest/alertmanager/#inhibition
 */
export function isHeld(target: Labels, firing: readonly Labels[], rules: readonly InhibitRule[]): boolean {
  return rules.some(({ source_matchers: source, target_matchers: matchers, equal }) => {
    if (!matches(target, matchers)) return false;
    const isBoth = matches(target, source);
    return firing.some(
      (one) =>
        matches(one, source) &&
        !(isBoth && matches(one, matchers)) &&
        equal.every((label) => (one[label] ?? '') === (target[label] ?? '')),
    );
  });
}

const MATCHER = /^(\w+)(=~|!=|=)"(.*)"$/;

function matches(labels: Labels, matchers: readonly string[]): boolean {
  return matchers.every((text) => {
    const [, name = '', operator, value = ''] = MATCHER.exec(text) ?? [];
    const found = labels[name] ?? '';
    if (operator === '=~') return new RegExp(`^(?:${value})$`).test(found);
    return (found === value) === (operator === '=');
  });
}
