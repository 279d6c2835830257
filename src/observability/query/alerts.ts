import type { Client } from './client';
import { NoDataError } from './errors';
import { type Scope, whose } from './selection';
import type { QuerySubject } from './subject';
import { type Cell, type Table, textCell } from './table';

interface Alert {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly state: string;
  readonly activeAt: string;
}

interface Rule {
  readonly name: string;
  readonly alerts?: readonly Alert[];
}

interface Groups {
  readonly groups?: readonly { readonly rules: readonly Rule[] }[];
}

/**
 * The alerts of a program that fire or are pending. Prometheus is asked for its rules: no series says that there are none.
 *
 * @see https://prometheus.io/docs/prometheus/latest/querying/api/#rules
 * @throws NoDataError when Prometheus has none of its alerts at all.
 */
export async function askAlerts(
  { program, alertPrefix }: QuerySubject,
  client: Client,
  selection: Scope,
): Promise<Table> {
  const { groups = [] } = (await client.data('rules?type=alert')) as Groups;
  const rules = groups.flatMap((group) => group.rules).filter(({ name }) => name.startsWith(alertPrefix));
  if (rules.length === 0)
    throw new NoDataError(`${client.url}: expected alerts of ${program} among the rules of Prometheus, got none`);
  const alerts = rules.flatMap(({ alerts: active = [] }) => active).filter((alert) => isOf(alert, selection));
  return {
    question: 'alerts',
    columns: COLUMNS,
    rows: alerts.map(rowOf).sort(bySeverity),
    hasHeading: true,
    notes: alerts.length > 0 ? [] : [`none of ${String(rules.length)} alerts is firing or pending${whose(selection)}`],
  };
}

const TITLES: Readonly<Record<string, string>> = { since: 'since (utc)' };
const COLUMNS = ['alert', 'severity', 'state', 'since', 'pod', 'summary'].map((key) => ({
  key,
  title: TITLES[key] ?? key,
}));

/** What an alert does not say about itself cannot speak against it: one about missing targets has no namespace. */
function isOf({ labels }: Alert, selection: Scope): boolean {
  return Object.entries(selection).every(([label, value]) => value === undefined || (labels[label] ?? value) === value);
}

function rowOf({ labels, annotations, state, activeAt }: Alert): readonly Cell[] {
  const { alertname = '', severity = '', pod = '' } = labels;
  const since = { ...textCell(activeAt.slice(0, 16).replace('T', ' ')), value: activeAt };
  return [textCell(alertname), textCell(severity), textCell(state), since, textCell(pod), summaryOf(annotations)];
}

function summaryOf({ summary = '' }: Readonly<Record<string, string>>): Cell {
  return textCell(summary);
}

const ORDER = ['firing', 'pending'];
const SEVERITIES = ['critical', 'warning', 'info'];

function bySeverity(a: readonly Cell[], b: readonly Cell[]): number {
  const rank = ([, severity, state]: readonly Cell[]): number => place(ORDER, state) * 10 + place(SEVERITIES, severity);
  return rank(a) - rank(b);
}

function place(order: readonly string[], cell: Cell | undefined): number {
  const at = order.indexOf(cell?.text ?? '');
  return at < 0 ? order.length : at;
}
