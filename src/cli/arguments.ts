import { parseArgs } from 'node:util';

/** A command line that cannot be understood. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Options of a command, as node:util takes them. */
export type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

/** What a command line says. */
export interface Given {
  /** Options by name. */
  readonly values: Readonly<Record<string, unknown>>;
  /** What is no option, in order. */
  readonly positionals: readonly string[];
}

/**
 * Reads a command line.
 *
 * @throws UsageError with one line.
 */
export function parse(args: readonly string[], options: Options, allowPositionals = false): Given {
  try {
    return parseArgs({ args: [...args], options, allowPositionals });
  } catch (error) {
    const [line = ''] = (error as Error).message.split('\n');
    throw new UsageError(line.replace(/\.$/, ''));
  }
}

/** Whether a command is asked what it does. */
export function isHelp(args: readonly string[]): boolean {
  return args.includes('--help') || args.includes('-h');
}

/** An option as a text. */
export function textOf(value: unknown): string {
  return String(value);
}

/** An option that may be given several times. */
export function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
