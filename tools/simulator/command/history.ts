import fs from 'node:fs';
import path from 'node:path';
import { SetUpError, codeOf } from '../../setup/index.cjs';
import { openMetricsHistory, targetLabels } from '../history';
import { createSimulation } from '../simulation';
import { faultWindows, podNames, startOf } from './common';
import type { SimulateOptions } from './options';

/** Seconds that a fault goes on after its alert fires. */
const rest = 600;

/** Writes a history of so many seconds, all of it or nothing, and says what to do with it. */
export function writeHistory(options: SimulateOptions, duration: number, now: number): void {
  const { out, step } = options;
  const end = Math.floor((options.end ?? now) / step) * step;
  const from = end - duration;
  const start = startOf(options, end, from);
  const simulation = createSimulation({
    ...options.simulation,
    start,
    pods: podNames(options),
    faults: faultWindows(options, { end, start, usual: ({ lasts }) => lasts + rest }),
  });
  const labels = (pod: string) => targetLabels(pod, { instance: instanceOf(options, pod) });
  const texts = openMetricsHistory({ simulation, from, to: end, step, labels });
  const bytes = writeAll(path.resolve(out), texts);
  const [first, last, began] = [from, end, start].map((time) => new Date(time * 1000).toISOString());
  console.log(`${out}: ${Math.ceil(bytes / 1e6)} MB, from ${first} to ${last}; the pods started at ${began}`);
  console.log(`\nTo make blocks of it for Prometheus, which must not run meanwhile, in its data folder:`);
  console.log(`  promtool tsdb create-blocks-from openmetrics ${out} data`);
}

function instanceOf({ addresses, port }: SimulateOptions, pod: string): string {
  const i = Number(pod.split('-').at(-1));
  return `${addresses.each[i] ?? ''}:${addresses.countUp ? port + i : port}`;
}

function writeAll(target: string, texts: Iterable<string>): number {
  const draft = `${target}.tmp-${process.pid}`;
  try {
    const bytes = writeDraft(draft, texts);
    fs.renameSync(draft, target);
    return bytes;
  } catch (error) {
    const code = codeOf(error);
    throw code === undefined ? error : new SetUpError(`cannot write ${target}: ${code}`);
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

function writeDraft(draft: string, texts: Iterable<string>): number {
  const file = fs.openSync(draft, 'w');
  try {
    let bytes = 0;
    for (const text of texts) bytes += writeText(file, text);
    return bytes;
  } finally {
    fs.closeSync(file);
  }
}

/** A file system that is almost full takes a part only. */
function writeText(file: number, text: string): number {
  const buffer = Buffer.from(text);
  for (let done = 0; done < buffer.length;) done += fs.writeSync(file, buffer, done);
  return buffer.length;
}
