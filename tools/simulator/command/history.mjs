import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { SetUpError } from '../../setup/failure.mjs';
import { faultWindows, podNames, startOf } from './common.mjs';

/** Seconds that a fault goes on after its alert fires. */
const rest = 600;

/** Writes a history, all of it or nothing, and says what to do with it. */
export async function writeHistory(simulator, options, now) {
  const end = Math.floor((options.end ?? now) / options.step) * options.step;
  const from = end - options.history;
  const start = startOf(options, end, from);
  const usual = ({ lasts }) => lasts + rest;
  const simulation = simulator.createSimulation({
    ...options.simulation,
    start,
    pods: podNames(options),
    faults: faultWindows(simulator, options.faults, { end, start, usual }),
  });
  const texts = simulator.openMetricsHistory({
    simulation,
    ...{ from, to: end, step: options.step },
    labels: (pod) => simulator.targetLabels(pod, { instance: instanceOf(options, pod) }),
  });
  const bytes = writeAll(path.resolve(options.out), texts);
  announce(options.out, { bytes, from, end, start });
  return 0;
}

function instanceOf({ addresses, port }, pod) {
  const i = Number(pod.split('-').at(-1));
  return `${addresses.each[i]}:${addresses.countUp ? port + i : port}`;
}

function writeAll(target, texts) {
  const draft = `${target}.tmp-${process.pid}`;
  try {
    const bytes = writeDraft(draft, texts);
    fs.renameSync(draft, target);
    return bytes;
  } catch (error) {
    throw error.code === undefined ? error : new SetUpError(`cannot write ${target}: ${error.code}`);
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

function writeDraft(draft, texts) {
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
function writeText(file, text) {
  const buffer = Buffer.from(text);
  for (let done = 0; done < buffer.length;) done += fs.writeSync(file, buffer, done);
  return buffer.length;
}

function announce(file, { bytes, from, end, start }) {
  const [first, last, began] = [from, end, start].map((time) => new Date(time * 1000).toISOString());
  console.log(`${file}: ${Math.ceil(bytes / 1e6)} MB, from ${first} to ${last}; the pods started at ${began}`);
  console.log(`\nTo make blocks of it for Prometheus, which must not run meanwhile, in its data folder:`);
  console.log(`  promtool tsdb create-blocks-from openmetrics ${file} data`);
}
