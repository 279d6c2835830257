import * as fs from 'node:fs';
import * as path from 'node:path';
import * as fc from 'fast-check';
import { CODER_VALUES } from '../../src/coder/values';
import type { Json } from '../../src/engine/expr';
import { FORMATS, at } from '../../src/engine/values';
import { promtools, runPromtool } from '../../tools/rules';
import { partialValues } from '../support/arbitraries';
import { temporaryDirectory } from '../support/folder';
import { type Case, concreteCoder } from '../support/law';
import { count, seedAt } from '../support/share';
import { withValue } from '../support/values';

/** Settings with labels and annotations in which Prometheus fills something in. */
const FILLED_IN = fc
  .sample(fc.stringMatching(new RegExp(`^${FORMATS.alertText.pattern}$`)), { seed: seedAt(62), numRuns: 500 })
  .filter((text) => text.includes('{{') && text.length < 1024);
const FILLED_IN_MAP: Json = Object.fromEntries(FILLED_IN.map((text, i) => [`label_${String(i)}`, text]));
const FILLING: Json = {
  rules: { alertLabels: FILLED_IN_MAP },
  alerts: { down: { annotations: FILLED_IN_MAP }, scrapeDown: { annotations: { summary: FILLED_IN[0] ?? '' } } },
};

/** Installations with rules, whose settings are odd ones that the values take. */
const CASES: readonly Case[] = [
  FILLING,
  ...fc.sample<Json>(partialValues(CODER_VALUES.children.metrics, 0.6), {
    seed: seedAt(61),
    numRuns: count({ few: 100, many: 400 }),
  }),
].map((metrics) => ({
  release: 'coder',
  namespace: 'coder',
  values: withValue({ metrics }, ['metrics', 'rules', 'enabled'], true),
}));

/** The rules of an installation as a file of Prometheus. */
function ruleFile(one: Case): string {
  const [rules] = Object.values(concreteCoder(one)).filter((object) => at(object, ['kind']) === 'PrometheusRule');
  return JSON.stringify({ groups: at(rules, ['spec', 'groups']) as Json });
}

/** What promtool says of the first file that it refuses, and the values that made it. */
async function firstRefused(folder: string, tool: Awaited<ReturnType<typeof promtools>>[number]): Promise<string> {
  const files = CASES.map((_, i) => `${String(i)}.json`);
  if ((await runPromtool(tool, ['check', 'rules', ...files], folder)) === undefined) return '';
  for (const [i, file] of files.entries()) {
    const said = await runPromtool(tool, ['check', 'rules', file], folder);
    if (said !== undefined) return `${tool.name}: ${said.slice(0, 500)} with ${JSON.stringify(CASES[i]?.values)}`;
  }
  return 'only all files together are refused';
}

test(`the rules of ${String(CASES.length)} installations load in Prometheus 2 and 3, whatever their settings`, async () => {
  expect(FILLED_IN.length).toBeGreaterThan(100);
  const folder = temporaryDirectory();
  for (const [i, one] of CASES.entries()) fs.writeFileSync(path.join(folder, `${String(i)}.json`), ruleFile(one));
  for (const tool of await promtools()) expect(await firstRefused(folder, tool)).toBe('');
});
