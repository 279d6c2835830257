import { UsageError } from './arguments';

/** What a command says. */
export interface Said {
  /** What it makes, for the standard output. */
  readonly lines: readonly string[];
  /** What it says of that, on the standard error. */
  readonly notes: readonly string[];
  /** Whether it did all it was asked for. */
  readonly isWhole: boolean;
}

/** Prints what a command says, or why it stopped; returns the exit code. */
export function outcome(command: () => readonly string[] | Said): number {
  try {
    const said = command();
    return 'lines' in said ? succeedIn(said) : succeed(said);
  } catch (error) {
    return fail(error);
  }
}

/** Prints what a command says; returns the exit code. */
export function succeed(lines: readonly string[]): number {
  for (const line of lines) console.log(line);
  return 0;
}

function succeedIn({ lines, notes, isWhole }: Said): number {
  succeed(lines);
  for (const note of notes) console.error(note);
  return isWhole ? 0 : 1;
}

/** What is allowed and will not work stops nothing. */
export function warn(text: string): void {
  console.error(`warning: ${text}`);
}

/** Prints why a command stopped; returns the exit code. */
export function fail(error: unknown): number {
  console.error(explain(error));
  return 1;
}

/** Names of errors, since the classes would load every command. */
const EXPECTED = [
  'CheckError',
  'NoDataError',
  'OutputError',
  'QueryError',
  'UsageError',
  'ValuesError',
  'ValuesFileError',
];

/** A mistake in the input, or a refusal of the system, is one line; anything else is a bug and keeps its stack. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof UsageError) return `${error.message}; see cdk8s-coder help`;
  return EXPECTED.includes(error.name) || 'syscall' in error ? error.message : (error.stack ?? error.message);
}
