import path from 'node:path';
import process from 'node:process';
import { SetUpError } from '../setup/failure.mjs';
import { runChild } from './children.mjs';

/** Throws a SetUpError unless a binary runs and says the version. */
export async function requireVersion(file, args, version) {
  const said = await ask(file, args);
  if (!said.includes(version)) throw new SetUpError(`${file} says ${firstLine(said)}, not version ${version}`);
}

/**
 * Returns the absolute path of the binary that an environment variable names, or undefined if it is not set. Throws a
 * SetUpError if that does not run, or says another major version than the one wanted; a binary without a version passes.
 */
export async function binaryOfEnvironment(variable, version) {
  const value = variable === undefined ? undefined : process.env[variable];
  if (!value) return undefined;
  const file = path.resolve(value);
  const said = await ask(file, ['--version']).catch((error) => {
    throw new SetUpError(`${variable}=${value}: ${error.message}`);
  });
  const major = version.split('.')[0];
  const found = /version v?(\d+)\./.exec(said)?.[1] ?? major;
  if (found !== major) throw new SetUpError(`${variable}=${value}: expected release ${major}, got ${firstLine(said)}`);
  return file;
}

/** What a program says, to either stream: releases differ in which they take. */
async function ask(file, args) {
  const { status, signal, error, stdout, stderr } = await runChild(file, args);
  if (status === 0) return stdout + stderr;
  const reason = error?.code ?? signal ?? (firstLine(stderr) || `exit code ${status}`);
  throw new SetUpError(`${file} does not run: ${reason}`);
}

function firstLine(text) {
  return text.trim().split('\n', 1)[0];
}
