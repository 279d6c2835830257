import type { Alert } from './alert';
import type { Dashboard } from './dashboards/dashboard';
import type { Profile, RuleGroup } from './profile';
import type { RecordingRule, RecordingScenario } from './recording';

/** What is added to a profile. An alert, a rule or a dashboard with the name of one that is there takes its place. */
export interface Additions {
  /** Alerts; each is of a group of the profile, or of an added one. */
  readonly alerts?: readonly Alert[];
  /** Recording rules, after those of the profile. */
  readonly recordings?: readonly RecordingRule[];
  /** What these rules yield, by example. */
  readonly recordingScenarios?: readonly RecordingScenario[];
  /** Dashboards, after those of the profile. */
  readonly dashboards?: readonly Dashboard[];
  /** Groups of rules, after those of the profile. */
  readonly groups?: readonly RuleGroup[];
}

/** A profile with more in it. */
export function extended(profile: Profile, added: Additions): Profile {
  return {
    ...profile,
    groups: joined(profile.groups, added.groups, ({ name }) => name),
    alerts: joined(profile.alerts, added.alerts, ({ name }) => name),
    dashboards: joined(profile.dashboards, added.dashboards, ({ uid }) => uid),
    recordings: (objectives) => joined(profile.recordings(objectives), added.recordings, ({ record }) => record),
    recordingScenarios: [...profile.recordingScenarios, ...(added.recordingScenarios ?? [])],
  };
}

function joined<T>(own: readonly T[], added: readonly T[] = [], key: (one: T) => string): readonly T[] {
  const changed = new Map(added.map((one) => [key(one), one]));
  const known = new Set(own.map(key));
  return [...own.map((one) => changed.get(key(one)) ?? one), ...added.filter((one) => !known.has(key(one)))];
}

/**
 * A profile without some alerts or dashboards, by name or uid. Panels go on to show the default thresholds of an alert that is taken away.
 *
 * @throws Error when the profile has nothing of a name.
 */
export function reduced(profile: Profile, names: readonly string[]): Profile {
  const { alerts, dashboards, retired = [] } = profile;
  const known = [...alerts.map(({ name }) => name), ...dashboards.map(({ uid }) => uid)];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`expected an alert or a dashboard of the profile, got "${unknown}"`);
  return {
    ...profile,
    alerts: alerts.filter(({ name }) => !names.includes(name)),
    dashboards: dashboards.filter(({ uid }) => !names.includes(uid)),
    retired: [...retired, ...alerts.filter(({ name }) => names.includes(name))],
  };
}

/**
 * Looks for what would be lost without a word.
 *
 * @throws Error when the name of an alert lacks the prefix, or the group of a rule is not there.
 */
export function checkProfile({ alerts, alertPrefix, groups }: Profile): void {
  for (const { name, group } of alerts) {
    if (!name.startsWith(alertPrefix))
      throw new Error(`alert ${name}: expected a name that begins with ${alertPrefix}`);
    if (!groups.some((one) => one.name === group))
      throw new Error(
        `alert ${name}: expected one of the groups ${groups.map((one) => one.name).join(', ')}, got ${group}`,
      );
  }
}
