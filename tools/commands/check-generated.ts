// npm run check:generated: fails if the generator writes anything that is not committed.
import { execFileSync } from 'node:child_process';
import { root } from '../setup/index.cjs';
import { main as start } from './start';

/** Where generated files are; some of these folders hold prose as well, which the generator leaves alone. */
const generated = ['charts', 'dist', 'docs', 'README.md', 'src/coder/constructs/coder-values-props.ts'];

export async function main(): Promise<number> {
  const status = await start();
  if (status !== 0) return status;
  const changed = git('diff', '--name-only', '--', ...generated);
  const untracked = git('ls-files', '--others', '--exclude-standard', '--', ...generated);
  for (const file of changed) console.error(`differs from the commit: ${file}`);
  for (const file of untracked) console.error(`not committed: ${file}`);
  if (changed.length + untracked.length === 0) return 0;
  console.error('error: generated files are not current: run "npm start" and commit the result');
  return 1;
}

function git(...args: readonly string[]): readonly string[] {
  const lines = execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\n');
  return lines.filter((line) => line !== '');
}
