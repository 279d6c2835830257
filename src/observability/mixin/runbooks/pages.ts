import type { Alert } from '../alert';
import type { RunbookNames } from '../profile';
import type { RuleFileRule } from '../rule-files';
import { type AlertFactsOnPages, type RunbookOptions, type RunbookSource, alertFacts, joined } from './facts';
import { cell, code, page, promql, table } from './markdown';

/** What one page is made of. */
interface Shown {
  readonly source: RunbookSource;
  readonly options: RunbookOptions;
  readonly facts: AlertFactsOnPages;
  readonly alert: Alert;
  /** All that have a page. */
  readonly alerts: readonly Alert[];
}

/**
 * A page for each alert, in Markdown, by the name of its file: `NAME.md`, where the annotation `runbook_url` leads; and their index,
 * `README.md`.
 *
 * @param source a mixin, such as `CODERD_1_36.mixin`, with what was added to it
 * @throws Error when a text has `@{...}` for a name that the options do not have.
 */
export function runbookPages(source: RunbookSource, options: RunbookOptions = {}): ReadonlyMap<string, string> {
  const facts = alertFacts(source, options);
  const alerts = source.profile.alerts.filter(
    (alert) => options.rules === undefined || facts.rulesOf(alert).length > 0,
  );
  const pages = alerts.map(
    (alert) => [`${alert.name}.md`, runbookPage({ source, options, facts, alert, alerts })] as const,
  );
  return new Map([['README.md', indexPage(alerts, facts, options)], ...pages]);
}

/** The list of all runbooks, the most urgent first. */
function indexPage(alerts: readonly Alert[], facts: AlertFactsOnPages, { reference }: RunbookOptions): string {
  const { severitiesOf, durationsOf, summaryOf } = facts;
  const urgent = (alert: Alert): number => (severitiesOf(alert).includes('critical') ? 0 : 1);
  const rows = [...alerts]
    .sort((a, b) => urgent(a) - urgent(b))
    .map((alert) => [
      `[${alert.name}](${alert.name}.md)`,
      severitiesOf(alert).join(', '),
      durationsOf(alert).join(', '),
      cell(summaryOf(alert)),
    ]);
  const more = reference === undefined ? '' : ` Thresholds and recording rules: [alert reference](${reference}).`;
  return page(
    '# Runbooks',
    `One generated page per alert: meaning, impact, diagnosis, mitigation.${more}`,
    table(['Alert', 'Severity', 'For', 'Summary'], rows),
  );
}

/** The page for whoever is called by an alert. */
function runbookPage(shown: Shown): string {
  const { alert, facts, options } = shown;
  const { meaning, impact, mitigation } = alert.runbook;
  const { installed, reference, rules } = options;
  return page(
    `# ${alert.name}`,
    facts.summaryOf(alert),
    `Severity: ${facts.severitiesOf(alert).join(', ')}. Fires after: ${facts.durationsOf(alert).join(', ')}.`,
    '## Meaning',
    linked(meaning, shown),
    '## Impact',
    linked(impact, shown),
    '## Diagnosis',
    diagnosis(shown),
    '## Mitigation',
    mitigation.map((step) => `- ${linked(step, shown)}`).join('\n'),
    '## Expression',
    `${rules === undefined ? 'With default values' : 'As installed'}${installed === undefined ? '' : `, ${installed}`}:`,
    facts.rulesOf(alert).flatMap(expression),
    tuning(shown),
    `${reference === undefined ? '' : `[All alerts](${reference}) · `}[All runbooks](README.md)`,
  );
}

/** A text with the names of the installation, whose names of other alerts lead to their pages. */
function linked(text: string, { source, options, alert, alerts }: Shown): string {
  const { alertPrefix, names = {} } = source.profile;
  return filled(text, alert, options.names ?? names).replace(
    new RegExp(`(?<!\`|\\w)${alertPrefix}[A-Z]\\w+`, 'g'),
    (name) => {
      const isOther = name !== alert.name && alerts.some((one) => one.name === name);
      return isOther ? `[${name}](${name}.md)` : name;
    },
  );
}

function filled(text: string, { name: page }: Alert, names: RunbookNames): string {
  return text.replace(/@\{([^}]*)\}/g, (marker, name: string) => {
    if (Object.hasOwn(names, name)) return names[name] ?? '';
    throw new Error(`runbook of ${page}: expected one of the names ${Object.keys(names).join(', ')}, got ${marker}`);
  });
}

function diagnosis(shown: Shown): readonly string[] {
  return shown.alert.runbook.diagnosis.flatMap((step, i) => {
    const number = `${String(i + 1)}.`;
    return typeof step === 'string'
      ? [`${number} ${linked(step, shown)}`]
      : [`${number} ${linked(step.text, shown)}`, promql(shown.facts.expressionOf(step.query))];
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

function tuning({ source, options, facts, alert }: Shown): readonly string[] {
  const rows = [...facts.settingRows(alert), ...facts.objectiveRows(alert)].map(
    ({ key, description, allowed, default: value }) => [
      code(key),
      cell(description),
      cell(allowed),
      code(cell(JSON.stringify(value))),
    ],
  );
  const path = joined([options.settings ?? '', 'alerts', source.settingOf(alert)]);
  return [
    '## Tune or silence',
    `Temporarily: silence \`alertname="${alert.name}"\` in Alertmanager. Permanently: set values below \`${path}\`:`,
    table(['Value', 'What it is for', 'Allowed', 'Default'], rows),
  ];
}
