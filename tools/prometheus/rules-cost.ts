// What the rules cost Prometheus, by number of routes: its CPU with them, less its CPU without them.
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { DEFAULT_VERSION } from '../../src/coder/versions';
import { type Prometheus, startPrometheus } from '../components';
import { temporaryFolder } from '../process';
import { createSimulation, targetLabels } from '../simulator';
import { type Database, writeBlocks } from './history';

const ROUTES = [20, 80, 300];
const PODS = ['coder-0', 'coder-1'];
const EVERY_SECONDS = 2;
const EVALUATIONS = 20;
const STEP = 30;
const MINUTE = 60;
/** What was scraped is read over two hours at most, what was recorded over three days. */
const SCRAPED_SECONDS = 130 * MINUTE;
const RECORDED_SECONDS = 3 * 86_400;
/** Prometheus evaluates now, so the series go on while it does. */
const AHEAD_SECONDS = 10 * MINUTE;

/** The programs that measure. */
export interface Programs {
  readonly prometheus: string;
  readonly promtool: string;
}

/** Measures, and returns a table in Markdown with a row for each number of routes. */
export async function measureRulesCost(programs: Programs): Promise<string> {
  const rows: (readonly string[])[] = [];
  for (const routes of ROUTES) {
    const milliseconds = await costOf(programs, routes);
    rows.push([String(routes), milliseconds.toFixed(1)]);
  }
  const titles = ['Routes', 'ms CPU per pod, all groups evaluated once'];
  return [titles, titles.map(() => '---:'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

async function costOf({ prometheus, promtool }: Programs, routes: number): Promise<number> {
  const database = { promtool, dataDir: temporaryFolder(`rules-cost-${String(routes)}`) };
  await writeSeries(database, routes);
  const [with1, without1] = [await usedBy(prometheus, database, true), await usedBy(prometheus, database, false)];
  return ((with1 - without1) * 1000) / (PODS.length * EVALUATIONS);
}

async function writeSeries(database: Database, routes: number): Promise<void> {
  const to = Math.floor(Date.now() / 1000 / STEP) * STEP + AHEAD_SECONDS;
  const from = to - AHEAD_SECONDS - SCRAPED_SECONDS;
  const simulation = createSimulation({ pods: PODS, routes, start: from });
  await writeBlocks(database, [{ simulation, from, to, step: STEP, more: recordsUntil(to) }]);
}

/** Three days of the records that are summed up. Their numbers do not matter: as many samples are read. */
function* recordsUntil(to: number): Generator<string> {
  const { namespace, job } = targetLabels('');
  const rates = DEFAULT_VERSION.mixin.recordings.filter(
    ({ group, record }) => group === 'slo' && /:(\w+_)?rate5m$/.test(record) && !/ratio/.test(record),
  );
  for (const { record } of rates) {
    for (let at = to - RECORDED_SECONDS; at <= to; at += MINUTE)
      yield `${record}{namespace="${namespace}",job="${job}"} 1 ${String(at)}\n`;
  }
}

/** CPU seconds of a Prometheus within the time of some evaluations. */
async function usedBy(binary: string, { dataDir }: Database, hasRules: boolean): Promise<number> {
  const every = `${String(EVERY_SECONDS)}s`;
  const { groups } = DEFAULT_VERSION.mixin.ruleFile('full');
  const file = path.join(temporaryFolder('rules'), 'rules.json');
  fs.writeFileSync(file, JSON.stringify({ groups: groups.map((group) => ({ ...group, interval: every })) }));
  const copy = path.join(temporaryFolder('rules-cost'), 'data');
  fs.cpSync(dataDir, copy, { recursive: true });
  const configText = JSON.stringify({ rule_files: hasRules ? [file] : [] });
  const running = await startPrometheus({ binary, name: 'rules-cost', dataDir: copy, configText });
  try {
    // The first evaluations load what all share.
    await setTimeout(5 * EVERY_SECONDS * 1000);
    const before = await cpuSeconds(running);
    await setTimeout(EVALUATIONS * EVERY_SECONDS * 1000);
    return (await cpuSeconds(running)) - before;
  } finally {
    await running.stop();
  }
}

async function cpuSeconds({ url }: Prometheus): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^process_cpu_seconds_total (\S+)$/m.exec(text)?.[1]);
}
