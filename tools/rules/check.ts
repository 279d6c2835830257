import os from 'node:os';
import type { Written } from './files';
import { type Promtool, runPromtool } from './promtool';

/** A run of promtool that failed, and what it said. */
interface Failure {
  readonly what: string;
  readonly output: string;
}

type Failures = Promise<readonly Failure[]>;

const lint = ['check', 'rules', '--lint=all', '--lint-fatal'];

/** Lints the rules of all presets with all tools, and says how many there are. Returns the failures. */
export async function checkRules(written: readonly Written[], tools: readonly Promtool[]): Failures {
  const failures: Failure[] = [];
  for (const { preset, folder, ruleFiles, rules } of written) {
    for (const tool of tools) {
      const output = await runPromtool(tool, [...lint, ...ruleFiles], folder);
      if (output !== undefined) failures.push({ what: `${tool.name} check rules, preset ${preset}`, output });
    }
    console.log(`${preset}: ${countsOf(rules)}, checked with ${tools.map(({ name }) => name).join(' and ')}`);
  }
  return failures;
}

function countsOf(rules: Written['rules']): string {
  const alerting = rules.filter(({ alert }) => alert !== undefined);
  const alerts = new Set(alerting.map(({ alert }) => alert));
  const recording = rules.length - alerting.length;
  return `${rules.length} rules (${recording} record, ${alerting.length} alert under ${alerts.size} names)`;
}

/** Runs the scenarios of all presets with all tools that know their histograms, and says how many there are. Returns the failures. */
export async function testRules(written: readonly Written[], tools: readonly Promtool[]): Failures {
  const failures: Failure[] = [];
  for (const one of written) {
    const same = written.slice(0, written.indexOf(one)).find(({ content }) => content === one.content);
    if (same !== undefined) console.log(`${one.preset}: the same rules as ${same.preset}, so the same scenarios`);
    else failures.push(...(await testPreset(one, tools)));
  }
  return failures;
}

async function testPreset(written: Written, tools: readonly Promtool[]): Failures {
  const failures: Failure[] = [];
  for (const tool of tools.filter(({ knowsNative }) => knowsNative || written.preset !== 'native')) {
    const start = performance.now();
    const failed = await testWith(tool, written);
    failures.push(...failed);
    const verdict = failed.length === 0 ? 'pass' : 'do not all pass';
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${written.preset}: ${scenariosOf(written.suites)} ${verdict} with ${tool.name} in ${seconds} s`);
  }
  return failures;
}

function scenariosOf(suites: Written['suites']): string {
  const tests = suites.flatMap((suite) => suite.tests);
  const asked = tests.flatMap(({ promql_expr_test: [first] = [] }) => first ?? []);
  const silent = asked.filter(({ exp_samples: samples }) => samples.length === 0);
  const recording = tests.filter(({ name }) => name.includes(':'));
  const firing = tests.length - silent.length - recording.length;
  return `${tests.length} scenarios (${firing} firing, ${silent.length} silent, ${recording.length} of recording rules)`;
}

/** As many at once as there are processors; the longest first would be better, but their lengths differ by machine. */
async function testWith(tool: Promtool, { preset, folder, suites }: Written): Failures {
  const waiting = [...suites];
  const failures: Failure[] = [];
  const work = async (): Promise<void> => {
    for (let suite = waiting.shift(); suite !== undefined; suite = waiting.shift()) {
      const output = await runPromtool(tool, ['test', 'rules', suite.file], folder);
      if (output !== undefined) failures.push({ what: `${tool.name} test rules, preset ${preset}`, output });
    }
  };
  await Promise.all(Array.from({ length: os.availableParallelism() }, work));
  return failures;
}
