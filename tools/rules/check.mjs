import os from 'node:os';
import { runPromtool } from './promtool.mjs';

const { performance } = globalThis;
const lint = ['check', 'rules', '--lint=all', '--lint-fatal'];

/** Lints the rules of all presets with all tools, and says how many there are. Returns the failures. */
export async function checkRules(written, tools) {
  const failures = [];
  for (const { preset, folder, ruleFiles, rules } of written) {
    for (const tool of tools) {
      const output = await runPromtool(tool, [...lint, ...ruleFiles], folder);
      if (output !== undefined) failures.push({ what: `${tool.name} check rules, preset ${preset}`, output });
    }
    console.log(`${preset}: ${countsOf(rules)}, checked with ${tools.map(({ name }) => name).join(' and ')}`);
  }
  return failures;
}

function countsOf(rules) {
  const alerting = rules.filter(({ alert }) => alert !== undefined);
  const alerts = new Set(alerting.map(({ alert }) => alert));
  const recording = rules.length - alerting.length;
  return `${rules.length} rules (${recording} record, ${alerting.length} alert under ${alerts.size} names)`;
}

/** Runs the scenarios of all presets with all tools that know their histograms, and says how many there are. Returns the failures. */
export async function testRules(written, tools) {
  const failures = [];
  for (const one of written) {
    const same = written.slice(0, written.indexOf(one)).find(({ content }) => content === one.content);
    if (same !== undefined) console.log(`${one.preset}: the same rules as ${same.preset}, so the same scenarios`);
    else failures.push(...(await testPreset(one, tools)));
  }
  return failures;
}

async function testPreset(written, tools) {
  const failures = [];
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

function scenariosOf(suites) {
  const tests = suites.flatMap((suite) => suite.tests);
  const asked = tests.flatMap(({ promql_expr_test: [first] }) => first);
  const silent = asked.filter(({ exp_samples: samples }) => samples.length === 0);
  const recording = tests.filter(({ name }) => name.includes(':'));
  const firing = tests.length - silent.length - recording.length;
  return `${tests.length} scenarios (${firing} firing, ${silent.length} silent, ${recording.length} of recording rules)`;
}

/** As many at once as there are processors; the longest first would be better, but their lengths differ by machine. */
async function testWith(tool, { preset, folder, suites }) {
  const waiting = [...suites];
  const failures = [];
  const work = async () => {
    for (let suite = waiting.shift(); suite !== undefined; suite = waiting.shift()) {
      const output = await runPromtool(tool, ['test', 'rules', suite.file], folder);
      if (output !== undefined) failures.push({ what: `${tool.name} test rules, preset ${preset}`, output });
    }
  };
  await Promise.all(Array.from({ length: os.availableParallelism() }, work));
  return failures;
}
