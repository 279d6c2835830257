import { OutputError } from '../engine/output';
import { QueryError } from '../observability/query';
import { ValuesError } from '../engine/values';
import { UsageError } from './arguments';
import { CheckError } from './check-objects';
import { runCommand } from './commands';
import { QUERY_USAGE, query } from './query';
import { ValuesFileError } from '../engine/values-file';

/** Runs a command that asks no server, prints what it says, and returns the exit code. */
export function run(args: readonly string[]): number {
  try {
    return succeed(runCommand(args, warn));
  } catch (error) {
    return fail(error);
  }
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

function isHelp(args: readonly string[]): boolean {
  return args.includes('--help') || args.includes('-h');
}

function succeed(lines: readonly string[]): number {
  for (const line of lines) console.log(line);
  return 0;
}

/** What is allowed and will not work stops nothing. */
function warn(text: string): void {
  console.error(`warning: ${text}`);
}

function fail(error: unknown): number {
  console.error(explain(error));
  return 1;
}

const EXPECTED = [CheckError, OutputError, QueryError, UsageError, ValuesError, ValuesFileError];

/** A mistake in the input, or a refusal of the system, is one line; anything else is a bug and keeps its stack. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof UsageError) return `${error.message}; see cdk8s-coder help`;
  const isExpected = EXPECTED.some((type) => error instanceof type) || 'syscall' in error;
  return isExpected ? error.message : (error.stack ?? error.message);
}
