import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { SetUpError } from './failure.mjs';
import { root } from './root.mjs';

/** Runs a Node script of the project in the foreground and returns its exit code. */
export function runNode(args, options = {}) {
  const { status, signal, error } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', ...options });
  if (error) throw new SetUpError(`${args[0]} did not start: ${error.message}`);
  if (signal) throw new SetUpError(`${args[0]} was stopped by ${signal}`);
  return status;
}
