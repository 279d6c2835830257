// Simulated history as blocks of a Prometheus.
import fs from 'node:fs';
import path from 'node:path';
import { type Prometheus, startPrometheus } from '../components';
import { runChild, temporaryFolder } from '../process';
import { type HistoryOptions, type TargetLabels, openMetricsHistory, targetLabels } from '../simulator';
import type { RecordingRule } from './manifests';

/** When every history ends: always the same, so that every run sees the same numbers. */
export const END = 1_790_000_000;

/** Long ago is not too old. */
const FLAGS = ['--storage.tsdb.retention.time=100y'];

/** A time that is gone, by default until END. */
export interface History
  extends Pick<HistoryOptions, 'simulation' | 'from' | 'step' | 'only'>, Partial<Pick<HistoryOptions, 'to'>> {
  /** More lines of OpenMetrics. */
  readonly more?: Iterable<string>;
  /** Labels of the targets beside the usual ones. */
  readonly labels?: Partial<TargetLabels>;
}

/** A database that is written before its Prometheus starts. */
export interface Database {
  readonly promtool: string;
  readonly dataDir: string;
}

/** Writes histories into the folder of a database. */
export async function writeBlocks({ promtool, dataDir }: Database, histories: readonly History[]): Promise<void> {
  const file = path.join(temporaryFolder('history'), 'history.om');
  const output = fs.openSync(file, 'w');
  for (const history of histories) {
    for (const text of textsOf(history)) fs.writeSync(output, text);
  }
  fs.writeSync(output, '# EOF\n');
  fs.closeSync(output);
  await run(promtool, ['tsdb', 'create-blocks-from', 'openmetrics', file, dataDir]);
  fs.rmSync(file);
}

function* textsOf({ labels, more = [], ...history }: History): Generator<string> {
  const options = { to: END, ...history, labels: (pod: string) => targetLabels(pod, labels) };
  for (const text of openMetricsHistory(options)) yield text.replace(/^# EOF\n/m, '');
  yield* more;
}

/** A Prometheus over a database, and what its rules would have recorded. */
export interface Recorded extends Database {
  readonly binary: string;
  readonly name: string;
  readonly records: readonly RecordingRule[];
  /** Since when. */
  readonly from: number;
}

/** Records the results of rules over a time that is gone, and starts Prometheus with them. */
export async function startWithRecords(options: Recorded): Promise<Prometheus> {
  const { binary, promtool, name, dataDir, records, from } = options;
  const start = (): Promise<Prometheus> => startPrometheus({ binary, name, dataDir, configText: '{}', flags: FLAGS });
  // A run of promtool does not see what it records itself.
  for (const rules of byDepth(records)) {
    const running = await start();
    const file = path.join(temporaryFolder('records'), 'records.json');
    fs.writeFileSync(file, JSON.stringify({ groups: [{ name: 'records', rules }] }));
    const range = [`--start=${from}`, `--end=${END}`, '--eval-interval=60s'];
    const where = [`--url=${running.url}`, `--output-dir=${dataDir}`];
    await run(promtool, ['tsdb', 'create-blocks-from', 'rules', ...range, ...where, file]);
    await running.stop();
  }
  return await start();
}

/** Rules that read no record, then those that read these, and so on. */
function byDepth(records: readonly RecordingRule[]): readonly (readonly RecordingRule[])[] {
  const names = records.map(({ record }) => record);
  const readsNone = records.filter(({ expr }) => !names.some((name) => new RegExp(`${name}\\b(?!:)`).test(expr)));
  const rest = records.filter((rule) => !readsNone.includes(rule));
  return rest.length === 0 ? [readsNone] : [readsNone, ...byDepth(rest)];
}

async function run(promtool: string, args: readonly string[]): Promise<void> {
  const { status, error, stderr } = await runChild(promtool, args);
  if (status === 0) return;
  const said = error?.message ?? stderr.trim().split('\n').slice(-3).join(' ');
  throw new Error(`promtool ${args.slice(0, 3).join(' ')}: ${said}`);
}
