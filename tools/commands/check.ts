// npm run check: all quick checks, one line each; what a failed one says follows its line.
import path from 'node:path';
import { runChild } from '../process';
import { root } from '../setup/index.cjs';

const bin = (name: string): string => path.join('node_modules', '.bin', name);

/** The checks, cheap ones first: what each is called, and its command. */
const checks: readonly (readonly [name: string, command: readonly string[]])[] = [
  ['types', ['node', 'node_modules/typescript7/bin/tsc', '-p', 'tsconfig.json']],
  ['sections of the documentation', ['node', 'tools/run.cjs', 'docs', '--check']],
  ['imports between rooms', [bin('depcruise'), 'src', 'tools']],
  ['unused code', [bin('knip')]],
  ['rules of the code', [bin('oxlint')]],
  ['symbolic values', [bin('eslint'), 'src']],
  ['form of the files', [bin('prettier'), '--check', '--cache', '.']],
  ['generated files', ['node', 'tools/run.cjs', 'check-generated']],
];

export async function main(): Promise<number> {
  const failed: string[] = [];
  for (const [name, [command = '', ...args]] of checks) {
    const { status, stdout, stderr, error } = await runChild(command, args, { cwd: root });
    console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name}`);
    if (status === 0) continue;
    console.error([stdout, stderr, error?.message ?? ''].join('').trimEnd());
    failed.push(name);
  }
  if (failed.length === 0) return 0;
  console.error(`error: ${String(failed.length)} of ${String(checks.length)} checks failed: ${failed.join(', ')}`);
  return 1;
}
