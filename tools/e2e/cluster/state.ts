import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cacheFolder } from '../../components';
import { type Read, fields, listOf, number, optional, parseJson, text } from '../../read';
import { SetUpError, readIfThere } from '../../setup/index.cjs';
import type { Cluster } from './cluster';

const graceMs = 20_000;
const stateFile = (): string => path.join(cacheFolder(), 'e2e-up.json');

/** A number alone could be that of another process by now, so the time of its start is noted too. */
const noted = fields({ pid: number, start: optional(text) });
type Noted = Read<typeof noted>;

const state = fields({ folder: optional(text), processes: optional(listOf(noted)) });

/** Notes the programs of a cluster, and where it has its files. */
export type Note = (cluster: Pick<Cluster, 'pids' | 'folder'>) => void;

/** Notes that this process keeps a cluster running. Throws a SetUpError if another one does. */
export function claimState(): Note {
  const [owner] = recorded().filter(isAlive);
  if (owner !== undefined)
    throw new SetUpError(`process ${owner.pid} keeps a stack running: npm run e2e:down stops it`);
  record([process.pid]);
  process.once('exit', () => {
    fs.rmSync(stateFile(), { force: true });
  });
  // After itself, in reverse order: whoever stops them one by one leaves etcd to the end.
  return ({ pids, folder }) => {
    record([process.pid, ...[...pids()].reverse()], folder);
  };
}

function record(pids: readonly number[], folder?: string): void {
  fs.mkdirSync(cacheFolder(), { recursive: true });
  const processes = pids.map((pid) => ({ pid, start: startOf(pid) }));
  fs.writeFileSync(stateFile(), JSON.stringify({ folder, processes }));
}

/** Stops what was noted, the keeper first, which stops the rest itself unless it was killed. Returns how many were running. */
export async function stopRecorded(): Promise<number> {
  const running = recorded().filter(isAlive);
  for (const each of running) await stop(each);
  const { folder } = stateNow();
  if (folder !== undefined) fs.rmSync(folder, { recursive: true, force: true });
  fs.rmSync(stateFile(), { force: true });
  return running.length;
}

async function stop(each: Noted): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (!isAlive(each)) return;
    process.kill(each.pid, signal);
    const deadline = Date.now() + graceMs;
    while (isAlive(each) && Date.now() < deadline) await sleep(100);
  }
}

function stateNow(): Read<typeof state> {
  const file = stateFile();
  return parseJson(readIfThere(file)?.toString() ?? '{}', state, file);
}

function recorded(): readonly Noted[] {
  return stateNow().processes ?? [];
}

function isAlive({ pid, start }: Noted): boolean {
  return start !== undefined && startOf(pid) === start;
}

/** When a process started, in ticks since the machine did; undefined if there is none, or it is a zombie. */
function startOf(pid: number): string | undefined {
  const stat = readIfThere(`/proc/${pid}/stat`)?.toString();
  // The name of the program comes before, in brackets, and may hold anything.
  const [processState, ...rest] = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
  return processState === 'Z' ? undefined : rest[18];
}
