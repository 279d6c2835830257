import * as fc from 'fast-check';
import { CODER_VALUES } from '../support/coder-values';
import type { Json } from '../../src/engine/expr';
import { FORMATS, at } from '../../src/engine/values';
import { partialValues, valueOf } from '../support/arbitraries';
import { concreteCoder } from '../support/law';
import { repaired } from '../support/repaired';
import { count, seedAt } from '../support/share';
import { withValue } from '../support/values';
import { type RuleFields, readableGroups } from './readable';
import { type Judged, firstRefused } from './reader';

const { metrics } = CODER_VALUES.children;
const { rules, monitor } = metrics.children;

/** Settings with labels and annotations in which Prometheus fills something in. */
const FILLED_IN = fc
  .sample(fc.stringMatching(new RegExp(`^${FORMATS.alertText.pattern}$`)), { seed: seedAt(62), numRuns: 500 })
  .filter((text) => text.includes('{{') && text.length < 1024);
const FILLED_IN_MAP: Json = Object.fromEntries(FILLED_IN.map((text, i) => [`label_${String(i)}`, text]));
const FILLING: Json = {
  rules: { alertLabels: FILLED_IN_MAP },
  alerts: { down: { annotations: FILLED_IN_MAP }, scrapeDown: { annotations: { summary: FILLED_IN[0] ?? '' } } },
};

/** The rules that installations have, as files of Prometheus: those of the chart, or those of the user. */
function ruleFiles(settings: readonly Json[], object: 'rules' | 'rules-extra'): readonly Judged[] {
  return settings.flatMap((given) => {
    const values = repaired(CODER_VALUES, withValue({ metrics: given }, ['metrics', 'rules', 'enabled'], true));
    const made = Object.entries(concreteCoder({ release: 'coder', namespace: 'coder', values }));
    const found = made.find(([key]) => key.startsWith('PrometheusRule/') && key.endsWith(`-${object}`));
    return found === undefined ? [] : [{ values, content: { groups: at(found[1], ['spec', 'groups']) as Json } }];
  });
}

test('the rules of installations load in Prometheus 2 and 3, whatever their settings', async () => {
  expect(FILLED_IN.length).toBeGreaterThan(100);
  const numRuns = count({ few: 100, many: 400 });
  const settings = fc.sample<Json>(partialValues(metrics, 0.6), { seed: seedAt(61), numRuns });
  const files = ruleFiles([FILLING, ...settings], 'rules');
  expect(files).toHaveLength(numRuns + 1);
  expect(await firstRefused('rules', files)).toBe('');
});

test('groups of rules of a user load too, but for their PromQL and templates', async () => {
  const groups = fc.sample(valueOf(rules.children.extraGroups), {
    seed: seedAt(63),
    numRuns: count({ few: 100, many: 400 }),
  });
  const settings = groups.map((list) => ({
    rules: {
      extraGroups: readableGroups(list as readonly RuleFields[]),
    },
  }));
  const files = ruleFiles(settings, 'rules-extra');
  expect(files.length).toBeGreaterThan(50);
  expect(await firstRefused('rules', files)).toBe('');
});

/** Relabelings as the configuration of Prometheus has them. */
function inConfiguration(relabelings: Json): readonly RuleFields[] {
  const snakeCase = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return (relabelings as readonly RuleFields[]).map((one) =>
    Object.fromEntries(
      Object.entries(one).map(([key, value]) => [
        snakeCase(key),
        key === 'action' && typeof value === 'string' ? value.toLowerCase() : value,
      ]),
    ),
  );
}

test('a configuration with any relabelings loads in Prometheus 2 and 3', async () => {
  const lists = fc.sample(valueOf(monitor.children.relabelings), {
    seed: seedAt(64),
    numRuns: count({ few: 200, many: 800 }),
  });
  const files = lists.map((list) => ({
    values: { metrics: { monitor: { relabelings: list } } },
    content: { scrape_configs: [{ job_name: 'a', relabel_configs: inConfiguration(list) }] } as Json,
  }));
  const actions = new Set((lists as readonly (readonly RuleFields[])[]).flat().map(({ action }) => action));
  expect(actions.size).toBe((monitor.children.relabelings.schema.items?.properties?.['action']?.enum?.length ?? 0) + 1);
  expect(await firstRefused('config', files)).toBe('');
});
