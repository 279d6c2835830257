import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { cacheFolder } from '../components/cache.mjs';
import { SetUpError } from '../setup/failure.mjs';
import { readIfThere } from '../setup/fingerprint.mjs';

const graceMs = 20_000;
const stateFile = () => path.join(cacheFolder(), 'e2e-up.json');

/**
 * Notes that this process keeps the stack running. Throws a SetUpError if another one does. A number alone could be that of
 * another process by now, so the time of its start is noted too.
 */
export function claimState() {
  const [owner] = recorded().filter(isAlive);
  if (owner !== undefined)
    throw new SetUpError(`process ${owner.pid} keeps a stack running: npm run e2e:down stops it`);
  const record = (pids, folder) => {
    fs.mkdirSync(cacheFolder(), { recursive: true });
    fs.writeFileSync(
      stateFile(),
      JSON.stringify({ folder, processes: pids.map((pid) => ({ pid, start: startOf(pid) })) }),
    );
  };
  record([process.pid]);
  process.once('exit', () => fs.rmSync(stateFile(), { force: true }));
  // After itself, in reverse order: whoever stops them one by one leaves etcd to the end.
  return { record: ({ pids, folder }) => record([process.pid, ...pids().reverse()], folder) };
}

/** Stops what was noted, the keeper first, which stops the rest itself unless it was killed. Returns how many were running. */
export async function stopRecorded() {
  const running = recorded().filter(isAlive);
  for (const each of running) await stop(each);
  const { folder } = stateOf();
  if (folder !== undefined) fs.rmSync(folder, { recursive: true, force: true });
  fs.rmSync(stateFile(), { force: true });
  return running.length;
}

async function stop(each) {
  for (const signal of ['SIGTERM', 'SIGKILL']) {
    if (!isAlive(each)) return;
    process.kill(each.pid, signal);
    const deadline = Date.now() + graceMs;
    while (isAlive(each) && Date.now() < deadline) await sleep(100);
  }
}

function stateOf() {
  return JSON.parse(readIfThere(stateFile())?.toString() ?? '{}');
}

function recorded() {
  return stateOf().processes ?? [];
}

function isAlive({ pid, start }) {
  return start !== undefined && startOf(pid) === start;
}

/** When a process started, in ticks since the machine did; undefined if there is none, or it is a zombie. */
function startOf(pid) {
  const stat = readIfThere(`/proc/${pid}/stat`)?.toString();
  // The name of the program comes before, in brackets, and may hold anything.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields === undefined || fields[0] === 'Z' ? undefined : fields[19];
}
