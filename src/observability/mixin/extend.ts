import { type Kind, requireFields, requireGiven, requireItems, requireMap } from '../../engine/expr';
import type { Alert } from './alert';
import type { Dashboard, DashboardRow } from './dashboards/dashboard';
import type { Panel } from './dashboards/panel';
import { type Profile, type RuleGroup, defaultRecordings } from './profile';
import type { RecordingRule, RecordingScenario } from './recording';

/** What is added to a profile. An alert, a rule or a dashboard with the name of one that is there takes its place. */
export interface Additions<A extends readonly Alert[] = readonly Alert[]> {
  /** Alerts; each is of a group of the profile, or of an added one. */
  readonly alerts?: A;
  /** Recording rules, after those of the profile. */
  readonly recordings?: readonly RecordingRule[];
  /** What these rules yield, by example. */
  readonly recordingScenarios?: readonly RecordingScenario[];
  /** Dashboards, after those of the profile. */
  readonly dashboards?: readonly Dashboard[];
  /** Panels for dashboards that are there, or that are added. */
  readonly panels?: readonly AddedPanels[];
  /** Groups of rules, after those of the profile. */
  readonly groups?: readonly RuleGroup[];
}

/** Panels for a dashboard. */
export interface AddedPanels {
  /** The uid of the dashboard. */
  readonly dashboard: string;
  /** Heading above the panels: of a row that is there, whose last panels they become, or of a new row at the end. */
  readonly row: string;
  /** The panels, in order. */
  readonly panels: readonly Panel[];
}

type Fields = Readonly<Record<string, Kind>>;

/** What everything that is added has. */
const FIELDS: { readonly [K in keyof Required<Additions>]: Fields } = {
  alerts: {
    name: 'a text',
    group: 'a text',
    runbook: 'a map',
    scenarios: 'a list',
    thresholds: 'a map',
    objectives: 'a map',
    rules: 'a function',
    summary: 'a function',
    description: 'a function',
  },
  recordings: { record: 'a text', group: 'a text' },
  recordingScenarios: { record: 'a text', title: 'a text', yields: 'a list' },
  dashboards: { uid: 'a text', title: 'a text', description: 'a text', rows: 'a list' },
  panels: { dashboard: 'a text', row: 'a text', panels: 'a list' },
  groups: { name: 'a text' },
};

/** Refuses what only a program without types can add. */
function checkAdditions(added: Additions): void {
  requireMap('with: additions', added);
  for (const [key, fields] of Object.entries(FIELDS)) {
    const given: unknown = Reflect.get(added, key);
    const items = given === undefined ? [] : given;
    requireItems('a map', `with: ${key}`, items);
    for (const [i, item] of (items as readonly unknown[]).entries())
      requireFields(`with: ${key}[${String(i)}]`, item, fields);
  }
}

/**
 * A profile with more in it.
 *
 * @throws Error when panels are for a dashboard that is not there.
 */
export function extended<P extends string>(profile: Profile<P>, added: Additions): Profile<P> {
  checkAdditions(added);
  const dashboards = joined(profile.dashboards, added.dashboards, ({ uid }) => uid);
  return {
    ...profile,
    groups: joined(profile.groups, added.groups, ({ name }) => name),
    alerts: joined(profile.alerts, added.alerts, ({ name }) => name),
    dashboards: (added.panels ?? []).reduce(withPanels, dashboards),
    recordings: (objectives) => joined(profile.recordings(objectives), added.recordings, ({ record }) => record),
    recordingScenarios: [...profile.recordingScenarios, ...(added.recordingScenarios ?? [])],
  };
}

function withPanels(dashboards: readonly Dashboard[], added: AddedPanels): readonly Dashboard[] {
  if (dashboards.some(({ uid }) => uid === added.dashboard))
    return dashboards.map((one) => (one.uid === added.dashboard ? { ...one, rows: rowsWith(one.rows, added) } : one));
  const known = dashboards.map(({ uid }) => uid).join(', ');
  throw new Error(`panels of the row "${added.row}": expected one of the dashboards ${known}, got ${added.dashboard}`);
}

function rowsWith(rows: readonly DashboardRow[], { row: title, panels }: AddedPanels): readonly DashboardRow[] {
  if (!rows.some((one) => one.title === title)) return [...rows, { title, panels }];
  return rows.map((one) => (one.title === title ? { title, panels: [...one.panels, ...panels] } : one));
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
export function reduced<P extends string>(profile: Profile<P>, names: readonly string[]): Profile<P> {
  const { alerts, dashboards, retired = [] } = profile;
  const known = [...alerts.map(({ name }) => name), ...dashboards.map(({ uid }) => uid)];
  for (const name of names)
    requireGiven(known.includes(name), 'without', 'an alert or a dashboard of the profile', name);
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
export function checkProfile(profile: Profile): void {
  for (const { name, group } of profile.alerts) {
    if (!name.startsWith(profile.alertPrefix))
      throw new Error(`alert ${name}: expected a name that begins with ${profile.alertPrefix}`);
    checkGroup(profile, `alert ${name}`, group);
  }
  for (const { record, group } of defaultRecordings(profile)) checkGroup(profile, `recording rule ${record}`, group);
}

function checkGroup({ groups }: Profile, what: string, group: string): void {
  if (groups.some(({ name }) => name === group)) return;
  throw new Error(`${what}: expected one of the groups ${groups.map(({ name }) => name).join(', ')}, got ${group}`);
}
