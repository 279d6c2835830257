import fs from 'node:fs';
import path from 'node:path';
import { load } from '../setup/load.mjs';

/** Returns what the sources say of rules and scenarios. */
export function loadModel() {
  const { PRESETS, unitTestFile } = load('src/observability/mixin');
  const { ruleFile, unitTests } = load('src/coder/versions').DEFAULT_VERSION.mixin;
  return { presets: PRESETS, ruleFile, unitTests, unitTestFile };
}

/**
 * Writes the rules of a preset and their unit tests into a new folder, a file a group: promtool evaluates every rule of a test in each
 * minute, hence the fewer the better.
 * @returns {{ preset: string, folder: string, ruleFiles: string[], content: string, rules: object[],
 *   suites: { file: string, tests: object[] }[] }} content: tells whether two presets have the same rules
 */
export function writePreset(model, preset, folder) {
  fs.mkdirSync(folder, { recursive: true });
  const { groups } = model.ruleFile(preset);
  // JSON is YAML.
  const write = (file, content) => fs.writeFileSync(path.join(folder, file), JSON.stringify(content, undefined, 2));
  // The whole too: lint looks for rules that are there twice.
  write('all.json', { groups });
  for (const group of groups) write(fileOf(group.name.replace('coderd-', '')), { groups: [group] });
  const suites = model.unitTests(preset).filter(({ tests }) => tests.length > 0);
  for (const suite of suites) write(testFileOf(suite), model.unitTestFile(suite, suite.needs.map(fileOf)));
  return {
    preset,
    folder,
    ruleFiles: ['all.json'],
    content: JSON.stringify(groups),
    rules: groups.flatMap(({ rules = [] }) => rules),
    suites: suites.map((suite) => ({ file: testFileOf(suite), tests: suite.tests })),
  };
}

function fileOf(group) {
  return `${group}.json`;
}

function testFileOf({ group }) {
  return `${group}.test.json`;
}
