import fs from 'node:fs';
import path from 'node:path';
import { runChild, temporaryFolder } from '../process';
import { root } from '../setup/index.cjs';
import { installGrafana, source } from './install';

/** What the compiler says of the page, line by line: its packages are installed only here, so the check of the repository leaves it out. */
export async function typeProblems(): Promise<readonly string[]> {
  const modules = path.join(await installGrafana(), 'node_modules');
  const page = path.join(source, 'page');
  const file = path.join(temporaryFolder('page-types'), 'tsconfig.json');
  const paths = { '*': [path.join(modules, '@types', '*'), path.join(modules, '*')] };
  fs.writeFileSync(
    file,
    JSON.stringify({ extends: path.join(page, 'tsconfig.json'), compilerOptions: { paths }, include: [page] }),
  );
  const compiler = path.join(root, 'node_modules/typescript7/bin/tsc');
  const { stdout } = await runChild(process.execPath, [compiler, '-p', file], { cwd: root });
  return stdout.split('\n').filter((line) => line !== '');
}
