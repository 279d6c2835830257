import { recordsOf } from '../promql';
import type { Alert } from './alert';
import { defaultRules } from './alert-settings';
import { type TestSeries, testSeries } from './input-series';
import { type Preset, histogramsOf } from './presets';
import { type Profile, defaultRecordings } from './profile';
import type { RecordingRule, RecordingScenario } from './recording';
import type { RenderedTexts, Scenario } from './scenario';

/** Labels with their values. */
export type LabelSet = Readonly<Record<string, string>>;

/**
 * A file of unit tests for promtool.
 *
 * @see https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/
 */
export interface UnitTestFile {
  /** Paths of the rule files under test, relative to this file. */
  readonly rule_files: readonly string[];
  /** How often rules are evaluated, such as `1m`. */
  readonly evaluation_interval: string;
  /** Each begins with an empty Prometheus. */
  readonly tests: readonly UnitTest[];
}

/** One test: what Prometheus is given, and what it must find. */
export interface UnitTest {
  /** What promtool prints when the test fails. */
  readonly name: string;
  /** Time between two samples of the input, such as `1m`. */
  readonly interval: string;
  /** What Prometheus scraped. */
  readonly input_series: readonly TestSeries[];
  /** Expected results of queries, which read recorded series. */
  readonly promql_expr_test?: readonly ExpressionTest[];
  /** Expected alerts at a time. */
  readonly alert_rule_test?: readonly AlertTest[];
}

/** A test of what an expression yields. */
export interface ExpressionTest {
  /** A PromQL expression. */
  readonly expr: string;
  /** When it is evaluated, such as `10m`. */
  readonly eval_time: string;
  /** The samples that it must yield. */
  readonly exp_samples: readonly { readonly labels: string; readonly value: number }[];
}

/** A test of which alerts fire, and what they say. */
export interface AlertTest {
  /** Name of the alert. */
  readonly alertname: string;
  /** When it is asked for, such as `10m`. */
  readonly eval_time: string;
  /** The alerts that must fire, with all of their labels and annotations; none for silence. */
  readonly exp_alerts: readonly { readonly exp_labels: LabelSet; readonly exp_annotations: LabelSet }[];
}

/** The unit tests of one group of rules, and the groups that they need. */
export interface GroupTests {
  /** The group under test. */
  readonly group: string;
  /** Other groups whose recorded series it reads. */
  readonly needs: readonly string[];
  /** One for each scenario. */
  readonly tests: readonly UnitTest[];
}

/**
 * The scenarios of all alerts and recording rules as unit tests. They are apart by group, since promtool evaluates all rules that it is
 * given in each minute of each test.
 *
 * @throws when a scenario names different labels for several alerts that fire.
 */
export function unitTests(profile: Profile, preset: Preset): readonly GroupTests[] {
  const recordings = defaultRecordings(profile);
  return profile.groups.map(({ name: group }) => {
    const alerts = profile.alerts.filter((alert) => alert.group === group);
    const tests = alerts.flatMap((alert) =>
      alert.scenarios.map((scenario) => alertTest(alert, scenario, { preset, profile })),
    );
    const own = profile.recordingScenarios.filter(({ record }) => groupOf(record, recordings) === group);
    const read = alerts.flatMap((alert) => groupsRead(alert, recordings));
    const all = [...tests, ...own.map((scenario) => recordingTest(scenario, preset))];
    return { group, needs: [...new Set([group, ...read])], tests: all };
  });
}

/** A test file over rule files. */
export function unitTestFile({ tests }: GroupTests, ruleFiles: readonly string[]): UnitTestFile {
  return { rule_files: ruleFiles, evaluation_interval: '1m', tests };
}

function groupsRead(alert: Alert, recordings: readonly RecordingRule[]): readonly string[] {
  return defaultRules(alert).flatMap(({ query }) => recordsOf(query).map((record) => groupOf(record, recordings)));
}

function groupOf(record: string, recordings: readonly RecordingRule[]): string {
  const rule = recordings.find((recording) => recording.record === record);
  if (rule === undefined) throw new Error(`no rule records ${record}`);
  return rule.group;
}

function inputOf({ series }: Pick<Scenario, 'series'>, preset: Preset): readonly TestSeries[] {
  return series.flatMap((input) => testSeries(input, histogramsOf(preset)));
}

/** What scenarios are of. */
interface Of {
  readonly preset: Preset;
  readonly profile: Profile;
}

function alertTest(alert: Alert, scenario: Scenario, { preset, profile }: Of): UnitTest {
  const { title, minute, fires, says } = scenario;
  const time = `${String(minute)}m`;
  return {
    name: `${alert.name} ${fires.length === 0 ? 'is silent' : 'fires'} ${title}`,
    interval: '1m',
    input_series: inputOf(scenario, preset),
    promql_expr_test: [firingTest(alert.name, time, fires), ...placeTest(alert.name, time, profile)],
    ...(says === undefined ? {} : { alert_rule_test: [textTest(alert.name, time, fires[0] ?? {}, { ...says })] }),
  };
}

/** Asks for the alerts that fire, by the labels that the scenario names. */
function firingTest(name: string, time: string, fires: readonly LabelSet[]): ExpressionTest {
  const firing = `ALERTS{alertname="${name}",alertstate="firing"}`;
  const [names = []] = fires.map((labels) => Object.keys(labels).sort());
  if (fires.some((labels) => Object.keys(labels).sort().join() !== names.join()))
    throw new Error(`a scenario of ${name} must name the same labels for each alert`);
  return {
    expr: fires.length === 0 ? firing : `count by (${names.join(', ')}) (${firing})`,
    eval_time: time,
    exp_samples: fires.map((labels) => ({ labels: selectorOf(labels), value: 1 })),
  };
}

/** Where the installation is known, each alert says its namespace: receivers are set up by it. */
function placeTest(name: string, time: string, { example }: Profile): readonly ExpressionTest[] {
  if (example.namespace === undefined) return [];
  return [{ expr: `ALERTS{alertname="${name}",alertstate="firing",namespace=""}`, eval_time: time, exp_samples: [] }];
}

function selectorOf(labels: LabelSet): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}=${JSON.stringify(value)}`);
  return `{${pairs.join(', ')}}`;
}

function textTest(name: string, time: string, labels: LabelSet, says: RenderedTexts & LabelSet): AlertTest {
  return { alertname: name, eval_time: time, exp_alerts: [{ exp_labels: labels, exp_annotations: says }] };
}

function recordingTest(scenario: RecordingScenario, preset: Preset): UnitTest {
  const { record, title, minute, yields } = scenario;
  return {
    name: `${record} ${title}`,
    interval: '1m',
    input_series: inputOf(scenario, preset),
    promql_expr_test: [
      {
        expr: `round(${record}, 1e-6)`,
        eval_time: `${String(minute)}m`,
        exp_samples: yields.map(({ labels, value }) => ({ labels: selectorOf(labels), value })),
      },
    ],
  };
}
