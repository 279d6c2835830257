import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { literal } from '../../src/engine/expr';
import { DEFAULT_VERSION } from '../../src/coder/versions';
import type { RuleFile } from '../../src/observability/mixin';
import { type Promtool, runPromtool } from '../rules';
import type { Incident, Watched } from './incident';
import { LIMIT } from './minute';
import { seriesOf } from './series';

/** How an alert fired. */
export interface Firing {
  readonly alert: string;
  readonly severity: string;
  /** Minutes in which it fired, in order. */
  readonly minutes: readonly number[];
  /** Its parts, such as one a pod: what Alertmanager gets. */
  readonly parts: readonly Part[];
}

/** An alert as Alertmanager gets it. */
export interface Part {
  readonly labels: Readonly<Record<string, string>>;
  readonly minutes: readonly number[];
}

/** The rules of an installation. */
export type RulesFor = (watched: Watched) => RuleFile;

/** The rules as they stand. */
const currentRules: RulesFor = ({ replicas, slo }) => {
  const { example } = DEFAULT_VERSION.mixin.profile;
  const installation = {
    ...example,
    replicas: literal<number | ''>(replicas),
    memoryLimit: literal(`${LIMIT} * 1024^2`),
  };
  return read(DEFAULT_VERSION.mixin.ruleFile('full', { installation, slo }));
};

/** The alerts and the recorded series that they read; the others are for dashboards. */
function read({ groups }: RuleFile): RuleFile {
  const needed = groups.flatMap(({ rules = [] }) => rules).filter(({ alert }) => alert !== undefined);
  const records = groups.flatMap(({ rules = [] }) => rules).filter(({ record }) => record !== undefined);
  // A rule comes after those that it reads.
  for (const rule of records.toReversed()) {
    if (needed.some(({ expr }) => expr.includes(rule.record ?? ''))) needed.push(rule);
  }
  return {
    groups: groups.map((group) => ({ ...group, rules: (group.rules ?? []).filter((rule) => needed.includes(rule)) })),
  };
}

/** What an incident is watched with unless it says otherwise. */
function watchedOf({ pods, watched = {} }: Incident): Watched {
  return { replicas: Object.keys(pods).length, slo: {}, interval: 1, ...watched };
}

const QUERY = 'ALERTS{alertstate="firing"}';

/** What fires in each incident, as a promtool sees it. Each runs on its own, as many at once as there are processors. */
export async function timelines(
  incidents: readonly Incident[],
  {
    tool,
    folder,
    rules = currentRules,
  }: { readonly tool: Promtool; readonly folder: string; readonly rules?: RulesFor },
): Promise<ReadonlyMap<Incident, readonly Firing[]>> {
  fs.mkdirSync(folder, { recursive: true });
  const found = new Map<Incident, readonly Firing[]>();
  const waiting = [...incidents.entries()].sort(([, a], [, b]) => b.minutes - a.minutes);
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [i, incident] = next;
      const file = writeTest(incident, rules, path.join(folder, String(i)));
      found.set(incident, firingsIn((await runPromtool(tool, ['test', 'rules', file], folder)) ?? ''));
    }
  };
  await Promise.all(Array.from({ length: os.availableParallelism() }, work));
  return found;
}

function writeTest(incident: Incident, rules: RulesFor, name: string): string {
  const [rulesFile, testFile] = [`${name}.rules.json`, `${name}.test.json`];
  fs.writeFileSync(rulesFile, JSON.stringify(rules(watchedOf(incident))));
  // Each minute is expected to be silent: promtool says what it found instead.
  const asked = Array.from({ length: incident.minutes + 1 }, (_, minute) => ({
    expr: QUERY,
    eval_time: `${minute}m`,
    exp_samples: [],
  }));
  const test = { interval: '1m', input_series: seriesOf(incident), promql_expr_test: asked };
  const content = { rule_files: [path.basename(rulesFile)], evaluation_interval: '1m', tests: [test] };
  fs.writeFileSync(testFile, JSON.stringify(content));
  return testFile;
}

const FOUND = /time: ([\dhms]+),\s*exp:[^\n]*\n\s*got:\s*([^\n]*)/g;
const ALERT = /\{__name__="ALERTS", ([^}]*)\}/g;
const LABEL = /(\w+)="([^"]*)"/g;

/** Parts of one name and severity are one: whoever is called by one does not need the other. */
function firingsIn(output: string): readonly Firing[] {
  const byAlert = new Map<string, Part[]>();
  for (const part of partsIn(output)) {
    const { alertname = '', severity = '', namespace } = part.labels;
    if (namespace === undefined) throw new Error(`${alertname} fires without a namespace`);
    const key = `${alertname} ${severity}`;
    byAlert.set(key, [...(byAlert.get(key) ?? []), part]);
  }
  return [...byAlert].map(([key, parts]) => {
    const [alert = '', severity = ''] = key.split(' ');
    const minutes = [...new Set(parts.flatMap((part) => part.minutes))].sort((a, b) => a - b);
    return { alert, severity, minutes, parts };
  });
}

function partsIn(output: string): readonly Part[] {
  const found = new Map<string, Part & { readonly minutes: number[] }>();
  const seen = [...output.matchAll(FOUND)];
  if (output !== '' && seen.length === 0) throw new Error(`promtool said something else: ${output.slice(0, 600)}`);
  for (const [, time = '', got = ''] of seen) {
    for (const [, key = ''] of got.matchAll(ALERT)) {
      const part = found.get(key) ?? { labels: labelsIn(key), minutes: [] };
      part.minutes.push(minuteOf(time));
      found.set(key, part);
    }
  }
  return [...found.values()];
}

function labelsIn(text: string): Readonly<Record<string, string>> {
  const { alertstate: _, ...labels } = Object.fromEntries(
    [...text.matchAll(LABEL)].map(([, key = '', value = '']) => [key, value]),
  );
  return labels;
}

/** Go writes 90 minutes as `1h30m`, also as `1h30m0s`. */
function minuteOf(time: string): number {
  const [, hours = '0', minutes = '0'] = /^(?:(\d+)h)?(?:(\d+)m)?(?:0s)?$/.exec(time) ?? [];
  return 60 * Number(hours) + Number(minutes);
}
