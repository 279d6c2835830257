// npm run check:generated: fails if the generator writes anything that is not there already; on a clean checkout, anything that is not committed.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../setup/index.cjs';
import { main as start } from './start';

/** Where generated files are; some of these folders hold prose as well, which the generator leaves alone. */
const generated = ['charts', 'dist', 'docs', 'README.md', 'src/coder/constructs/coder-values-props.ts'];

export async function main(): Promise<number> {
  const before = contents();
  const status = await start();
  if (status !== 0) return status;
  const after = contents();
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (file) => before.get(file) !== after.get(file),
  );
  for (const file of changed) console.error(`was not current: ${file}`);
  if (changed.length === 0) return 0;
  console.error('error: generated files were not current, and now are: look at the difference and commit it');
  return 1;
}

/** The files there are, tracked or new, and what is in them. */
function contents(): ReadonlyMap<string, string> {
  const listed = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...generated],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  const files = listed.split('\0').filter((file) => fs.existsSync(path.join(root, file)) && file !== '');
  return new Map(files.map((file) => [file, fs.readFileSync(path.join(root, file), 'latin1')]));
}
