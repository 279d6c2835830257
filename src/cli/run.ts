import { isHelp } from './arguments';
import { runCommand } from './commands';
import { fail, outcome, succeed, warn } from './outcome';
import { QUERY_USAGE, query } from './query';

/** Runs a command that asks no server, prints what it says, and returns the exit code. */
export function run(args: readonly string[]): number {
  return outcome(() => runCommand(args, warn));
}

/** Runs any command, also the one that asks a server; prints what it says, and returns the exit code. */
export async function runAny(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  if (command !== 'query') return run(args);
  try {
    return succeed(isHelp(rest) ? [QUERY_USAGE.trimEnd()] : await query(rest, process.env));
  } catch (error) {
    return fail(error);
  }
}
