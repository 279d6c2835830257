import { type Alert, type Preset, markdown } from '../../src/observability/mixin';
import { ALERTS, FACTS, defaultGroups, thresholdRows } from './rules';

const { cell, code, page, promql, table } = markdown;

/** The page about all alerts and recording rules. */
export function alertsPage(): string {
  const groups = [...new Set(ALERTS.map(({ group }) => group))];
  return page(
    '# Alerts and recording rules',
    'The chart creates one PrometheusRule with these rules, unless `metrics.rules.enabled` is false. Generated from `src/coder/versions`. Every alert has a switch `metrics.alerts.<name>.enabled`, `labels` and `annotations`; alerts with a single rule also have `severity` and `for`. The thresholds are values too: below with their defaults. All of them, with what is allowed: [values.md](values.md).',
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

function alertRow(alert: Alert): readonly string[] {
  const thresholds = [...thresholdRows(alert), ...FACTS.objectiveRows(alert)].map(
    (row) => `${code(row.key)}: ${cell(JSON.stringify(row.default))}`,
  );
  return [
    `[${alert.name}](../runbooks/${alert.name}.md)`,
    FACTS.severitiesOf(alert).join(', '),
    FACTS.durationsOf(alert).join(', '),
    thresholds.join('<br>'),
    cell(FACTS.summaryOf(alert)),
  ];
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
