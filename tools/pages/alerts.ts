import type { Alert, Preset } from '../../src/observability/mixin';
import { cell, code, page, placeholders, promql, table } from './markdown';
import { ALERTS, defaultGroups, objectiveRows, rulesOf, thresholdRows } from './rules';

/** The page about all alerts and recording rules. */
export function alertsPage(): string {
  const groups = [...new Set(ALERTS.map(({ group }) => group))];
  return page(
    '# Alerts and recording rules',
    'The chart creates one PrometheusRule with these rules, unless `metrics.rules.enabled` is false. Generated from `src/coder/versions`. Every alert has a switch `metrics.alerts.<name>.enabled` and `metrics.alerts.<name>.labels`; alerts with a single rule also have `severity` and `for`. The thresholds are values too: below with their defaults. All of them, with what is allowed: [values.md](values.md).',
    'Severities: `critical` needs action now, `warning` during the day, `info` explains other alerts.',
    groups.flatMap((group) => [
      `## Alerts: ${group}`,
      table(
        ['Alert', 'Severity', 'For', 'Thresholds', 'Summary'],
        ALERTS.filter((alert) => alert.group === group).map(alertRow),
      ),
    ]),
    recordingPart(),
  );
}

/** What is the same in every table of alerts. */
export function alertRow(alert: Alert): readonly string[] {
  const rules = rulesOf(alert);
  const thresholds = [...thresholdRows(alert), ...objectiveRows(alert)].map(
    (row) => `${code(row.key)}: ${cell(JSON.stringify(row.default))}`,
  );
  return [
    `[${alert.name}](../runbooks/${alert.name}.md)`,
    unique(rules.map(({ labels }) => labels?.['severity'] ?? '')),
    unique(rules.map((rule) => rule.for ?? '')),
    thresholds.join('<br>'),
    cell(summaryOf(alert)),
  ];
}

/** What an alert says in one line. */
export function summaryOf(alert: Alert): string {
  return placeholders(rulesOf(alert)[0]?.annotations?.['summary'] ?? '');
}

function unique(texts: readonly string[]): string {
  return [...new Set(texts)].join(', ');
}

function recordingPart(): readonly string[] {
  const rules = recordsOf('full');
  const native = new Set(recordsOf('native').map(({ record }) => record));
  return [
    '## Recording rules',
    `${String(rules.length)} rules, with the selector of a release \`coder\` in the namespace \`coder\`.`,
    ...rules.flatMap(({ record, expr, group }) => [
      `### ${record}`,
      `In the group ${group}.${native.has(record) ? '' : ' Not with the preset native.'}`,
      promql(expr),
    ]),
  ];
}

interface Recorded {
  readonly record: string;
  readonly expr: string;
  readonly group: string;
}

function recordsOf(preset: Preset): readonly Recorded[] {
  return defaultGroups(preset).flatMap(({ name: group, rules = [] }) =>
    rules.flatMap(({ record, expr }) => (record === undefined ? [] : [{ record, expr, group }])),
  );
}
