import { spawn } from 'node:child_process';
import { once } from 'node:events';
import os from 'node:os';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';

const running = new Set();
let watching = false;

/** Starts a child process that ends with this one, however this one ends (but for SIGKILL). */
export function startChild(command, args, options) {
  watch();
  const child = spawn(command, args, options);
  running.add(child);
  child.once('error', () => running.delete(child));
  child.once('exit', () => running.delete(child));
  return child;
}

/** Ends a child by SIGTERM, and by SIGKILL if it still runs after the grace. */
export async function stopChild(child, graceMs = 10_000) {
  if (!running.has(child)) return;
  child.ref();
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const first = await Promise.race([gone, sleep(graceMs, 'late', { ref: false })]);
  if (first === 'late') child.kill('SIGKILL');
  await gone;
}

/**
 * Runs a command to its end, and returns how it ended and what it wrote. Never throws: `error` says why it did not start.
 * With the option `stderr: 'inherit'` its complaints are shown at once instead.
 */
export async function runChild(command, args, options = {}) {
  const { stderr = 'pipe', ...rest } = options;
  const child = startChild(command, args, { ...rest, stdio: ['ignore', 'pipe', stderr] });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr']) {
    child[name]?.setEncoding('utf8').on('data', (text) => (output[name] += text));
  }
  try {
    const [status, signal] = await once(child, 'close');
    return { status, signal, ...output };
  } catch (error) {
    return { status: undefined, error, ...output };
  }
}

const hooks = new Set();

/** Runs a function before the children are ended by a signal, where their order matters. Returns what takes it back. */
export function beforeInterrupt(hook) {
  watch();
  hooks.add(hook);
  return () => hooks.delete(hook);
}

/** Whether a signal has told this process to end. */
export function isInterrupted() {
  return ending;
}

function watch() {
  if (watching) return;
  watching = true;
  process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => void endBy(signal));
  }
}

let ending = false;

/** A second signal does not wait for the children. */
async function endBy(signal) {
  if (!ending) {
    ending = true;
    await Promise.allSettled([...hooks].map((hook) => hook()));
    await Promise.all([...running].map((child) => stopChild(child)));
  }
  process.exit(128 + os.constants.signals[signal]);
}
