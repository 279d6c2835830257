// Simulated history as blocks of a Prometheus.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { startPrometheus, temporaryFolder } from '../components/index.mjs';
import { lib } from './manifests.mjs';

/** When every history ends: always the same, so that every run sees the same numbers. */
export const END = 1_790_000_000;

/** Long ago is not too old. */
const FLAGS = ['--storage.tsdb.retention.time=100y'];

/**
 * Writes histories into the folder of a database.
 * @param {{ promtool: string, dataDir: string, histories: { simulation: object, from: number, step: number, labels?: object,
 *   only?: string[] }[] }} options labels: of the targets beside the usual ones
 */
export function writeBlocks({ promtool, dataDir, histories }) {
  const file = path.join(temporaryFolder('history'), 'history.om');
  const output = fs.openSync(file, 'w');
  for (const { simulation, from, step, labels = {}, only } of histories) {
    for (const text of historyOf({ simulation, from, step, labels, only })) fs.writeSync(output, text);
  }
  fs.writeSync(output, '# EOF\n');
  fs.closeSync(output);
  run(promtool, ['tsdb', 'create-blocks-from', 'openmetrics', file, dataDir]);
  fs.rmSync(file);
}

function* historyOf({ simulation, from, step, labels, only }) {
  const { openMetricsHistory, targetLabels } = lib('simulator');
  const options = { simulation, from, to: END, step, labels: (pod) => targetLabels(pod, labels) };
  for (const text of openMetricsHistory(only === undefined ? options : { ...options, only })) {
    yield text.replace(/^# EOF\n/m, '');
  }
}

/** Records the results of rules over a time that is gone, and starts Prometheus with them. */
export async function startWithRecords({ binary, promtool, name, dataDir, records, from, step = 60 }) {
  const first = await startPrometheus({ binary, name, dataDir, configText: '{}', flags: FLAGS });
  const file = path.join(temporaryFolder('records'), 'records.json');
  fs.writeFileSync(file, JSON.stringify({ groups: [{ name: 'records', rules: records }] }));
  const range = [`--start=${from}`, `--end=${END}`, `--eval-interval=${step}s`];
  const where = [`--url=${first.url}`, `--output-dir=${dataDir}`];
  run(promtool, ['tsdb', 'create-blocks-from', 'rules', ...range, ...where, file]);
  await first.stop();
  return startPrometheus({ binary, name, dataDir, configText: '{}', flags: FLAGS });
}

function run(promtool, args) {
  try {
    execFileSync(promtool, args, { stdio: ['ignore', 'ignore', 'pipe'], maxBuffer: 1e8 });
  } catch (error) {
    throw new Error(
      `promtool ${args.slice(0, 3).join(' ')}: ${String(error.stderr).trim().split('\n').slice(-3).join(' ')}`,
      { cause: error },
    );
  }
}
