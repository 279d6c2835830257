import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import os from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { SetUpError } from '../setup/index.cjs';

const running = new Set<ChildProcess>();
let watching = false;

/** Starts a child process that ends with this one, however this one ends (but for SIGKILL). */
export function startChild(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  watch();
  const child = spawn(command, args, options);
  running.add(child);
  child.once('error', () => running.delete(child));
  child.once('exit', () => running.delete(child));
  return child;
}

/** Ends a child by SIGTERM, and by SIGKILL if it still runs after the grace. */
export async function stopChild(child: ChildProcess, graceMs = 10_000): Promise<void> {
  if (!running.has(child)) return;
  child.ref();
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const first: unknown = await Promise.race([gone, sleep(graceMs, 'late', { ref: false })]);
  if (first === 'late') child.kill('SIGKILL');
  await gone;
}

/** How a command is run. */
export interface ChildOptions {
  readonly cwd?: string;
  /** A Ctrl-C in the terminal does not reach it. */
  readonly detached?: boolean;
  /** All its variables; those of this process by default. */
  readonly env?: NodeJS.ProcessEnv;
  /** `inherit`: what it says there is shown at once instead of returned. */
  readonly stdout?: 'inherit';
  readonly stderr?: 'inherit';
  /** What it reads; nothing by default. */
  readonly input?: string;
}

/** How a command ended: with an exit code, by a signal, or because of an error not at all begun. */
export interface Ended {
  readonly status?: number;
  readonly signal?: NodeJS.Signals;
  readonly error?: NodeJS.ErrnoException;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command to its end, and returns how it ended and what it wrote. Never throws: `error` says why it did not start. */
export async function runChild(command: string, args: readonly string[], options: ChildOptions = {}): Promise<Ended> {
  const { stdout = 'pipe', stderr = 'pipe', input, ...rest } = options;
  const stdin = input === undefined ? 'ignore' : 'pipe';
  const child = startChild(command, args, { ...rest, stdio: [stdin, stdout, stderr] });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (text: string) => (output[name] += text));
  }
  // A program that does not read to the end says why by its exit code.
  child.stdin?.on('error', () => undefined).end(input);
  return { ...(await endOf(child)), ...output };
}

/**
 * Runs a program in the foreground, with the terminal of this process, and returns its exit code. Throws a SetUpError if it
 * does not start or is stopped by a signal.
 */
export async function runInTerminal(command: string, args: readonly string[], cwd: string): Promise<number> {
  const { status, signal, error } = await endOf(startChild(command, args, { cwd, stdio: 'inherit' }));
  if (status !== undefined) return status;
  throw new SetUpError(
    error === undefined
      ? `${command} was stopped by ${signal ?? 'a signal'}`
      : `${command} did not start: ${error.message}`,
  );
}

function endOf(child: ChildProcess): Promise<Pick<Ended, 'status' | 'signal' | 'error'>> {
  return new Promise((resolve) => {
    child.once('error', (error) => {
      resolve({ error });
    });
    child.once('close', (status, signal) => {
      resolve({ ...(status === null ? {} : { status }), ...(signal === null ? {} : { signal }) });
    });
  });
}

type Hook = () => unknown;
const hooks = new Set<Hook>();

/** Runs a function before the children are ended by a signal, where their order matters. Returns what takes it back. */
export function beforeInterrupt(hook: Hook): () => void {
  watch();
  hooks.add(hook);
  return () => void hooks.delete(hook);
}

/** Whether a signal has told this process to end. */
export function isInterrupted(): boolean {
  return ending;
}

function watch(): void {
  if (watching) return;
  watching = true;
  process.once('exit', () => {
    running.forEach((child) => child.kill('SIGKILL'));
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void endBy(signal));
  }
}

let ending = false;

/** A second signal does not wait for the children. */
async function endBy(signal: NodeJS.Signals): Promise<void> {
  if (!ending) {
    ending = true;
    await Promise.allSettled([...hooks].map((hook) => Promise.resolve().then(hook)));
    await Promise.all([...running].map((child) => stopChild(child)));
  }
  process.exit(128 + os.constants.signals[signal]);
}
