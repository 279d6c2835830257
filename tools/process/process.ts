import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { SetUpError, codeOf, messageOf } from '../setup/index.cjs';
import { startChild, stopChild } from './children';
import { registerLog, temporaryFolder } from './folder';
import { type Ready, waitForReady } from './http';

/** A program to start. */
export interface ProcessOptions {
  /** For messages and the log file. */
  readonly name: string;
  readonly command: string;
  readonly args?: readonly string[];
  /** Variables besides those of this process. */
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** A Ctrl-C in the terminal does not reach it. */
  readonly detached?: boolean;
  readonly ready: Ready;
  /** 60 s by default. */
  readonly deadlineMs?: number;
  /** Where the log goes; a new temporary folder by default. */
  readonly folder?: string;
}

/** A program that runs. */
export interface Started {
  readonly name: string;
  readonly pid: number;
  readonly log: string;
  /** SIGTERM, and SIGKILL after the grace (10 s by default). */
  stop(graceMs?: number): Promise<void>;
}

/**
 * Starts a program, writes what it says into a log, and waits until it is ready. Throws a SetUpError if the program does not
 * run, ends early, or is not ready at the deadline.
 */
export async function startProcess(options: ProcessOptions): Promise<Started> {
  const { name, ready, deadlineMs = 60_000, folder = temporaryFolder(name) } = options;
  const log = path.join(folder, `${name}.log`);
  registerLog(name, log);
  const { child, pid } = await spawnInto(log, options);
  const problem = await waitForReady(ready, { deadlineMs, hasEnded: () => endOf(child) });
  if (problem !== undefined) {
    await stopChild(child);
    throw new SetUpError(`${name} did not start: ${problem}; log: ${log}`);
  }
  // A suite that fails must end although nobody stopped this; its end is the end of the process.
  child.unref();
  const stop = async (graceMs?: number): Promise<void> => {
    if (endOf(child) !== undefined) return;
    registerLog(name, log, { calm: true });
    await stopChild(child, graceMs);
  };
  return { name, pid, log, stop };
}

async function spawnInto(log: string, options: ProcessOptions): Promise<{ child: ChildProcess; pid: number }> {
  const { name, command, args = [], env, cwd, detached = false } = options;
  // Appended to: a second start of the same program keeps what the first one said.
  const output = fs.openSync(log, 'a');
  try {
    const stdio = ['ignore' as const, output, output];
    const child = startChild(command, args, { cwd, detached, env: { ...process.env, ...env }, stdio });
    await once(child, 'spawn');
    if (child.pid === undefined) throw new Error('it has no process number');
    return { child, pid: child.pid };
  } catch (error) {
    const reason = codeOf(error) ?? messageOf(error);
    throw new SetUpError(`${name} did not start: cannot run ${command}: ${reason}`);
  } finally {
    fs.closeSync(output);
  }
}

function endOf({ exitCode, signalCode }: ChildProcess): string | undefined {
  if (exitCode !== null) return `it ended with exit code ${exitCode}`;
  return signalCode === null ? undefined : `it was stopped by ${signalCode}`;
}
