import path from 'node:path';
import { runChild } from '../process';
import { SetUpError, messageOf } from '../setup/index.cjs';

/** Throws a SetUpError unless a binary runs and says the version. */
export async function requireVersion(file: string, args: readonly string[], version: string): Promise<void> {
  const said = await ask(file, args);
  if (!said.includes(version)) throw new SetUpError(`${file} says ${firstLine(said)}, not version ${version}`);
}

/**
 * Returns the absolute path of the binary that an environment variable names, or undefined if it is not set. Throws a
 * SetUpError if that does not run, or says another major version than the one wanted; a binary without a version passes.
 */
export async function binaryOfEnvironment(variable: string | undefined, version: string): Promise<string | undefined> {
  const value = variable === undefined ? undefined : process.env[variable];
  if (variable === undefined || value === undefined || value === '') return undefined;
  const file = path.resolve(value);
  const said = await ask(file, ['--version']).catch((error: unknown) => {
    throw new SetUpError(`${variable}=${value}: ${messageOf(error)}`);
  });
  const major = version.split('.')[0];
  const found = /version v?(\d+)\./.exec(said)?.[1] ?? major;
  if (found === major) return file;
  throw new SetUpError(`${variable}=${value}: expected release ${major ?? ''}, got ${firstLine(said)}`);
}

/** What a program says, to either stream: releases differ in which they take. */
async function ask(file: string, args: readonly string[]): Promise<string> {
  const { status, signal, error, stdout, stderr } = await runChild(file, args);
  if (status === 0) return stdout + stderr;
  const said = firstLine(stderr);
  const reason = error?.code ?? signal ?? (said === '' ? `exit code ${status ?? 'unknown'}` : said);
  throw new SetUpError(`${file} does not run: ${reason}`);
}

function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0] ?? '';
}
