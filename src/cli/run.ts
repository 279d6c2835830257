import { OutputError } from '../output';
import { ValuesError } from '../values';
import { UsageError, runCommand } from './commands';
import { ValuesFileError } from './values-files';

/** Runs a command, prints what it says, and returns the exit code. */
export function run(args: readonly string[]): number {
  try {
    for (const line of runCommand(args)) console.log(line);
    return 0;
  } catch (error) {
    console.error(explain(error));
    return 1;
  }
}

const EXPECTED = [OutputError, UsageError, ValuesError, ValuesFileError];

/** A mistake in the input, or a refusal of the system, is one line; anything else is a bug and keeps its stack. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof UsageError) return `${error.message}; see cdk8s-coder help`;
  const isExpected = EXPECTED.some((type) => error instanceof type) || 'syscall' in error;
  return isExpected ? error.message : (error.stack ?? error.message);
}
