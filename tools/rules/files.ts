import fs from 'node:fs';
import path from 'node:path';
import { DEFAULT_VERSION } from '../../src/coder/versions';
import { type Mixin, PRESETS, type Preset, type RuleFileRule, unitTestFile } from '../../src/observability/mixin';
import { CLUSTER_LABEL, twoClusterTests } from './clusters';
import { besideAnother } from './neighbours';
import { SetUpError } from '../setup/index.cjs';

const { ruleFile, unitTests } = DEFAULT_VERSION.mixin;

type GroupTests = ReturnType<Mixin['unitTests']>[number];

/** The rules of a preset as files that promtool reads, with their scenarios. */
export interface Written {
  readonly preset: Preset;
  readonly folder: string;
  readonly ruleFiles: readonly string[];
  /** Tells whether two presets have the same rules. */
  readonly content: string;
  readonly rules: readonly RuleFileRule[];
  readonly suites: readonly { readonly file: string; readonly tests: GroupTests['tests'] }[];
}

/** The presets of these names; all of them where none is named. Throws a SetUpError if there is no such preset. */
export function presetsNamed(names: readonly string[]): readonly Preset[] {
  const unknown = names.find((name) => !PRESETS.some((preset) => preset === name));
  if (unknown !== undefined) throw new SetUpError(`no preset "${unknown}": expected some of ${PRESETS.join(', ')}`);
  return PRESETS.filter((preset) => names.length === 0 || names.includes(preset));
}

type Tests = GroupTests['tests'];

/** What else a Prometheus knows than the installation that a scenario is about, and so which scenarios there are. */
const COMPANY = {
  alone: (tests: Tests) => tests,
  'beside another installation': besideAnother,
  'in two clusters': twoClusterTests,
} satisfies Readonly<Record<string, (tests: Tests) => Tests>>;

type Company = keyof typeof COMPANY;

/** All of them. */
export const COMPANIES = Object.keys(COMPANY) as readonly Company[];

/**
 * Writes the rules of a preset and their unit tests into a new folder, a file a group: promtool evaluates every rule of a test in each
 * minute, hence the fewer the better.
 */
export function writePreset(preset: Preset, folder: string, company: Company = 'alone'): Written {
  fs.mkdirSync(folder, { recursive: true });
  const { groups } = ruleFile(preset, company === 'in two clusters' ? { clusterLabel: CLUSTER_LABEL } : {});
  // JSON is YAML.
  const write = (file: string, content: object): void => {
    fs.writeFileSync(path.join(folder, file), JSON.stringify(content, undefined, 2));
  };
  // The whole too: lint looks for rules that are there twice.
  write('all.json', { groups });
  for (const group of groups) write(fileOf(group.name.replace('coderd-', '')), { groups: [group] });
  const made = unitTests(preset).map((suite) => ({ ...suite, tests: COMPANY[company](suite.tests) }));
  const suites = made.filter(({ tests }) => tests.length > 0);
  for (const suite of suites) write(testFileOf(suite), unitTestFile(suite, suite.needs.map(fileOf)));
  return {
    preset,
    folder,
    ruleFiles: ['all.json'],
    content: JSON.stringify(groups),
    rules: groups.flatMap(({ rules = [] }) => rules),
    suites: suites.map((suite) => ({ file: testFileOf(suite), tests: suite.tests })),
  };
}

function fileOf(group: string): string {
  return `${group}.json`;
}

function testFileOf({ group }: GroupTests): string {
  return `${group}.test.json`;
}
