import fs from 'node:fs';
import path from 'node:path';
import type { GoProgramName } from '../../components';
import { type ProcessOptions, type Started, beforeInterrupt, startProcess } from '../../process';

/** Other work on the same machine makes everything slow. */
const deadlineMs = 240_000;

/** The absolute paths of programs, by name. */
export type Binaries = Readonly<Partial<Record<GoProgramName, string>>>;

/** How a program is started: only what differs from its defaults. */
export interface Program extends Pick<ProcessOptions, 'args' | 'env' | 'ready'> {
  readonly program: GoProgramName;
}

/** Programs that end in the reverse order of their start, also by Ctrl-C: an API server without etcd takes minutes to. */
export interface Crew {
  /** Starts one more; it ends before what was started earlier. */
  readonly start: (program: Program) => Promise<Started>;
  readonly stop: () => Promise<void>;
  /** The numbers of the processes, in the order of their start. */
  readonly pids: () => readonly number[];
  /** The number of a program that was started, the last time if several times. */
  readonly pidOf: (program: GoProgramName) => number;
}

/** A crew whose logs and other files are in a folder. */
export function startCrew(folder: string, binaries: Binaries): Crew {
  const running: Started[] = [];
  const stop = async (): Promise<void> => {
    for (let last = running.pop(); last !== undefined; last = running.pop()) await last.stop();
    release();
  };
  const release = beforeInterrupt(stop);
  const pids = (): readonly number[] => running.map(({ pid }) => pid);
  const start = async ({ program, ...options }: Program): Promise<Started> => {
    const command = binaryOf(binaries, program);
    const started = await startProcess({ name: program, command, folder, deadlineMs, detached: true, ...options });
    running.push(started);
    fs.writeFileSync(path.join(folder, 'pids'), pids().join('\n'));
    return started;
  };
  const pidOf = (program: GoProgramName): number => {
    const found = running.findLast(({ name }) => name === program);
    if (found === undefined) throw new Error(`${program} was not started`);
    return found.pid;
  };
  return { start, stop, pids, pidOf };
}

/** Where the binary of a program is. */
export function binaryOf(binaries: Binaries, program: GoProgramName): string {
  const found = binaries[program];
  if (found === undefined) throw new Error(`${program} was not built for this cluster`);
  return found;
}
