import { DEFAULT_VERSION } from '../../src/coder/versions';
import type { Alert, RuleFileRule } from '../../src/observability/mixin';
import { alertRow, summaryOf } from './alerts';
import { cell, code, page, promql, table } from './markdown';
import { ALERTS, expressionOf, objectiveRows, rulesOf, settingRows } from './rules';

/** The pages of all alerts and their index, by the name of their file. */
export function runbookFiles(): ReadonlyMap<string, string> {
  const pages = ALERTS.map((alert) => [`${alert.name}.md`, runbookPage(alert)] as const);
  return new Map([['README.md', runbookIndex()], ...pages]);
}

/** The list of all runbooks, the most urgent first. */
function runbookIndex(): string {
  const urgent = (alert: Alert): number => (severitiesOf(alert).includes('critical') ? 0 : 1);
  const rows = [...ALERTS]
    .sort((a, b) => urgent(a) - urgent(b))
    .map((alert) => {
      const [, severity = '', duration = '', , summary = ''] = alertRow(alert);
      return [`[${alert.name}](${alert.name}.md)`, severity, duration, summary];
    });
  return page(
    '# Runbooks',
    'One page per alert: meaning, impact, diagnosis, mitigation. Generated from `src/coder/versions`. Thresholds and recording rules: [alert reference](../reference/alerts.md).',
    table(['Alert', 'Severity', 'For', 'Summary'], rows),
  );
}

/** The page for whoever is called by an alert. */
function runbookPage(alert: Alert): string {
  const { meaning, impact, mitigation } = alert.runbook;
  return page(
    `# ${alert.name}`,
    summaryOf(alert),
    `Severity: ${severitiesOf(alert).join(', ')}. Fires after: ${[...new Set(rulesOf(alert).map((rule) => rule.for))].join(', ')}.`,
    '## Meaning',
    linked(meaning, alert),
    '## Impact',
    linked(impact, alert),
    '## Diagnosis',
    diagnosis(alert),
    '## Mitigation',
    mitigation.map((step) => `- ${linked(step, alert)}`).join('\n'),
    '## Expression',
    'With default values, for a release `coder` in the namespace `coder`:',
    rulesOf(alert).flatMap(expression),
    tuning(alert),
    '[All alerts](../reference/alerts.md) · [All runbooks](README.md)',
  );
}

function severitiesOf(alert: Alert): readonly string[] {
  return [...new Set(rulesOf(alert).map(({ labels }) => labels?.['severity'] ?? ''))];
}

/** A text whose names of other alerts lead to their pages. */
function linked(text: string, { name: own }: Alert): string {
  return text.replace(/(?<!`|\w)Coderd[A-Z]\w+/g, (name) => {
    const isOther = name !== own && ALERTS.some((alert) => alert.name === name);
    return isOther ? `[${name}](${name}.md)` : name;
  });
}

function diagnosis(alert: Alert): readonly string[] {
  return alert.runbook.diagnosis.flatMap((step, i) => {
    const number = `${String(i + 1)}.`;
    return typeof step === 'string'
      ? [`${number} ${linked(step, alert)}`]
      : [`${number} ${linked(step.text, alert)}`, promql(expressionOf(step.query))];
  });
}

/** The rules of a burn rate are told apart by their labels. */
function expression(
  { expr, labels = {}, for: duration = '' }: RuleFileRule,
  _: number,
  rules: readonly RuleFileRule[],
): readonly string[] {
  const own = Object.entries(labels).map(([label, value]) => `${label} ${value}`);
  return rules.length === 1 ? [promql(expr)] : [`${own.join(', ')}, for ${duration}:`, promql(expr)];
}

function tuning(alert: Alert): readonly string[] {
  const rows = [...settingRows(alert), ...objectiveRows(alert)].map(({ key, description, allowed, default: value }) => [
    code(key),
    cell(description),
    cell(allowed),
    code(cell(JSON.stringify(value))),
  ]);
  return [
    '## Tune or silence',
    `Temporarily: silence \`alertname="${alert.name}"\` in Alertmanager. Permanently: set values below \`metrics.alerts.${DEFAULT_VERSION.mixin.settingOf(alert)}\`:`,
    table(['Value', 'What it is for', 'Allowed', 'Default'], rows),
  ];
}
