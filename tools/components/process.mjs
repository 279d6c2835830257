import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { SetUpError } from '../setup/failure.mjs';
import { startChild, stopChild } from './children.mjs';
import { registerLog, temporaryFolder } from './folder.mjs';
import { waitForReady } from './http.mjs';

/**
 * Starts a program, writes what it says into a log, and waits until the URL `ready` answers 200, or the function
 * `ready` returns undefined instead of why it is too early. Throws a SetUpError if the program does not run, ends early, or is
 * not ready after `deadlineMs` (60 s by default).
 * @param {{ name: string, command: string, args?: string[], env?: object, cwd?: string, detached?: boolean,
 *   ready: string | (() => Promise<string | undefined>), deadlineMs?: number, folder?: string }} options name: for messages
 *   and the log file; env: variables besides those of this process; detached: a Ctrl-C in the terminal does not reach it;
 *   folder: where the log goes, a new temporary folder by default
 * @returns {Promise<{ name: string, pid: number, log: string, stop(graceMs?: number): Promise<void> }>} stop: SIGTERM, and
 *   SIGKILL after the grace (10 s by default)
 */
export async function startProcess({ name, command, args = [], ready, deadlineMs = 60_000, folder, ...options }) {
  const log = path.join(folder ?? temporaryFolder(name), `${name}.log`);
  registerLog(name, log);
  const child = await spawnInto(log, { command, args, name, ...options });
  const problem = await waitForReady(ready, { deadlineMs, hasEnded: () => endOf(child) });
  if (problem !== undefined) {
    await stopChild(child);
    throw new SetUpError(`${name} did not start: ${problem}; log: ${log}`);
  }
  // A suite that fails must end although nobody stopped this; its end is the end of the process.
  child.unref();
  const stop = async (graceMs) => {
    if (endOf(child) !== undefined) return;
    registerLog(name, log, { calm: true });
    await stopChild(child, graceMs);
  };
  return { name, pid: child.pid, log, stop };
}

async function spawnInto(log, { name, command, args, env, cwd, detached }) {
  // Appended to: a second start of the same program keeps what the first one said.
  const output = fs.openSync(log, 'a');
  try {
    const options = { cwd, detached, env: { ...process.env, ...env }, stdio: ['ignore', output, output] };
    const child = startChild(command, args, options);
    await once(child, 'spawn');
    return child;
  } catch (error) {
    throw new SetUpError(`${name} did not start: cannot run ${command}: ${error.code ?? error.message}`);
  } finally {
    fs.closeSync(output);
  }
}

function endOf({ exitCode, signalCode }) {
  if (exitCode !== null) return `it ended with exit code ${exitCode}`;
  return signalCode === null ? undefined : `it was stopped by ${signalCode}`;
}
