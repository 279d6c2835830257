import * as path from 'node:path';
import { CODER_VALUES } from '../../support/coder-values';
import { ALERTS, DASHBOARDS, LEAN, METRIC_NAMES, MIXIN, metricOf } from '../../support/mixin';
import { metricsOf } from '../../../src/observability/promql';
import { alertsPage, metricsPage, runbookFiles } from '../../../tools/pages';
import { leavesOf } from '../../../src/engine/values';
import { type Page, type Row, codeIn, linksOf, proseOf, tablesOf } from '../../docs/markdown';
import { syntaxErrors } from '../../support/promql';

const METRICS_PAGE: Page = { file: 'docs/reference/metrics.md', text: metricsPage() };
const ALERTS_PAGE: Page = { file: 'docs/reference/alerts.md', text: alertsPage() };
const RUNBOOKS: readonly Page[] = [...runbookFiles()].map(([file, text]) => ({ file: `docs/runbooks/${file}`, text }));
const PAGES: readonly Page[] = [METRICS_PAGE, ALERTS_PAGE, ...RUNBOOKS];
const VALUES = new Map(leavesOf(CODER_VALUES).map(({ path: keys, leaf }) => [keys.join('.'), leaf.default]));

function rowsOf(page: Page, head: string): readonly Row[] {
  return tablesOf(page).flatMap((rows) => rows.filter((row) => head in row));
}

function expressionsIn({ text }: Page): readonly string[] {
  return [...text.matchAll(/^```promql\n([^]*?)\n```$/gm)].map(([, expression = '']) => expression);
}

function runbookOf(name: string): Page {
  const found = RUNBOOKS.find(({ file }) => file === `docs/runbooks/${name}.md`);
  if (found === undefined) throw new Error(`no runbook of ${name}`);
  return found;
}

describe('the page of metrics', () => {
  const rows = new Map(rowsOf(METRICS_PAGE, 'Metric').map((row) => [row['Metric'], row]));

  test('has each of the 91 metrics once', () => {
    expect(rowsOf(METRICS_PAGE, 'Metric')).toHaveLength(91);
    expect([...rows.keys()].sort()).toEqual(METRIC_NAMES.map((name) => `\`${name}\``).sort());
  });

  test.each(METRIC_NAMES)('says of %s what the catalogue knows', (name) => {
    const { type, unit, help, labels, evidence, note = '', buckets, quantiles } = metricOf(name);
    const row = rows.get(`\`${name}\``);
    expect(row).toMatchObject({ Type: type, Unit: unit, Help: help, Evidence: evidence });
    expect(codeIn(row?.['Labels'] ?? '')).toEqual(labels);
    expect(row?.['More']).toContain(note);
    expect(row?.['More']).toContain([...buckets, ...quantiles].join(', '));
  });

  test('names what the preset lean drops', () => {
    const dropped = [...rows].filter(([, row]) => row['More']?.includes('Dropped by the preset lean.') === true);
    expect(dropped.map(([name]) => name).sort()).toEqual(LEAN.metrics.map((name) => `\`${name}\``).sort());
  });

  test('explains each kind of evidence', () => {
    const evidence = new Set(METRIC_NAMES.map((name) => metricOf(name).evidence));
    const [legend = []] = tablesOf(METRICS_PAGE);
    expect(new Set(legend.map((row) => row['Evidence']))).toEqual(evidence);
  });

  test('names a dashboard if and only if a panel of it shows the metric', () => {
    for (const { title, rows: parts } of DASHBOARDS) {
      const short = title.replace('Coder / ', '');
      const shown = parts.flatMap(({ panels }) =>
        panels.flatMap(({ targets }) => targets.flatMap(({ query }) => metricsOf(query))),
      );
      const named = METRIC_NAMES.filter((name) =>
        (rows.get(`\`${name}\``)?.['Dashboards'] ?? '').split('; ').includes(short),
      );
      expect([title, [...named].sort()]).toEqual([title, [...new Set(shown)].sort()]);
    }
  });
});

describe('the page of alerts', () => {
  const rows = new Map(rowsOf(ALERTS_PAGE, 'Alert').map((row) => [/\[(\w+)\]/.exec(row['Alert'] ?? '')?.[1], row]));

  test('has each alert once', () => {
    expect(rowsOf(ALERTS_PAGE, 'Alert')).toHaveLength(ALERTS.length);
    expect([...rows.keys()].sort()).toEqual(ALERTS.map(({ name }) => name).sort());
  });

  test.each(ALERTS.map((alert) => [alert.name, alert] as const))('says of %s severity, duration, summary', (name) => {
    expect(rows.get(name)).toMatchObject({
      Severity: expect.stringMatching(/^(critical|warning|info)(, (critical|warning|info))*$/) as string,
      For: expect.stringMatching(/^\d+[smhd](, \d+[smhd])*$/) as string,
      Summary: expect.stringMatching(/^[^{}]+\.$/) as string,
    });
  });

  test('gives every threshold with the default of its value', () => {
    const given = [...rows.values()].flatMap((row) =>
      (row['Thresholds'] ?? '').split('<br>').filter((text) => text !== ''),
    );
    const thresholds = ALERTS.flatMap((alert) =>
      Object.keys(alert.thresholds).map((key) => `metrics.alerts.${MIXIN.settingOf(alert)}.${key}`),
    );
    for (const key of thresholds) expect(given).toContain(`\`${key}\`: ${JSON.stringify(VALUES.get(key))}`);
    for (const text of given) expect(VALUES.has(codeIn(text)[0] ?? '')).toBe(true);
  });

  test('says which alerts watch which objective', () => {
    expect(rows.get('CoderdApiErrorBudgetBurn')?.['Thresholds']).toMatch(/`metrics\.slo\.availability`: 0\.999$/);
    expect(rows.get('CoderdApiLatencyBudgetBurn')?.['Thresholds']).toMatch(
      /[^]*`metrics\.slo\.latency`: 0\.99<br>`metrics\.slo\.latencyMilliseconds`: 500$/,
    );
    const others = [...rows].filter(
      ([name, row]) => !(name ?? '').includes('BudgetBurn') && (row['Thresholds'] ?? '').includes('.slo.'),
    );
    expect(others).toEqual([]);
  });

  test('has a heading and an expression for each series that is recorded', () => {
    const records = [...ALERTS_PAGE.text.matchAll(/^### (\S+)$/gm)].map(([, record = '']) => record);
    expect(records.length).toBeGreaterThan(15);
    expect(new Set(records).size).toBe(records.length);
    expect(expressionsIn(ALERTS_PAGE)).toHaveLength(records.length);
    expect(ALERTS_PAGE.text).toContain(`${String(records.length)} rules, `);
  });
});

describe('the runbook of', () => {
  test.each(ALERTS.map((alert) => [alert.name, alert] as const))('%s has all parts', (name, alert) => {
    const page = runbookOf(name);
    const headings = [...page.text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    expect(page.text).toMatch(new RegExp(`^# ${name}\n`));
    expect(headings).toEqual(['Meaning', 'Impact', 'Diagnosis', 'Mitigation', 'Expression', 'Tune or silence']);
    expect(page.text.match(/^\d+\. /gm)).toHaveLength(alert.runbook.diagnosis.length);
    expect(page.text.match(/^- /gm)).toHaveLength(alert.runbook.mitigation.length);
    const settings = rowsOf(page, 'Value').map((row) => codeIn(row['Value'] ?? '')[0] ?? '');
    expect(settings).toContain(`metrics.alerts.${MIXIN.settingOf(alert)}.enabled`);
    expect(settings.filter((key) => !VALUES.has(key))).toEqual([]);
  });

  test('an alert that is no more vanishes, and each that is there is in the index', () => {
    const names = ALERTS.map(({ name }) => `${name}.md`);
    expect([...runbookFiles().keys()].sort()).toEqual([...names, 'README.md'].sort());
    expect(
      linksOf(runbookOf('README'))
        .filter((link) => link.startsWith('Coderd'))
        .sort(),
    ).toEqual(names.sort());
  });
});

describe('every generated page', () => {
  test.each(PAGES.map((page) => [page.file, page] as const))(
    '%s links to pages that are generated as well',
    (_, page) => {
      const known = new Set([...PAGES.map(({ file }) => file), 'docs/reference/values.md']);
      const targets = linksOf(page).filter((link) => !/^https:/.test(link));
      expect(targets.length).toBeGreaterThan(0);
      expect(targets.filter((link) => !known.has(path.join(path.dirname(page.file), link)))).toEqual([]);
    },
  );

  test.each(PAGES.map((page) => [page.file, page] as const))(
    '%s has expressions that parse, with a selector',
    (_, page) => {
      for (const expression of expressionsIn(page)) {
        expect([expression, syntaxErrors(expression)]).toEqual([expression, []]);
        expect(expression).not.toMatch(/\{\{|undefined|\[object/);
        expect(expression).toContain('job="coder/master-monitor"');
      }
    },
  );

  test.each(PAGES.map((page) => [page.file, page] as const))(
    '%s has no hole, no template and an even table',
    (_, page) => {
      expect(proseOf(page)).not.toMatch(/\{\{|undefined|\[object|@\{/);
      expect(page.text).toMatch(/[^\n]\n$/);
      for (const group of proseOf(page).match(/(?:^\|.*\n)+/gm) ?? []) {
        const widths = group
          .trimEnd()
          .split('\n')
          .map((line) => line.split(/(?<!\\)\|/).length);
        expect(new Set(widths).size).toBe(1);
      }
    },
  );
});
