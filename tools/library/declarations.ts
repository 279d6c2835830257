import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { SetUpError, root } from '../setup/index.cjs';

/** Checks the types and writes those that a user of the package can reach. */
export function writeDeclarations(outdir: string): void {
  compile(outdir);
  const reached = new Set<string>();
  for (const entry of entries()) reach(path.join(outdir, entry), reached);
  for (const file of declarationsIn(outdir)) if (!reached.has(file)) fs.rmSync(file);
}

function compile(outDir: string): void {
  const tsc = path.join(root, 'node_modules', 'typescript7', 'bin', 'tsc');
  const args = [tsc, '-p', 'tsconfig.build.json', '--outDir', outDir, '--pretty', 'false', '--emitDeclarationOnly'];
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status === 0) return;
  process.stderr.write(stdout + stderr);
  throw new SetUpError(
    `the build failed: ${signal === null ? 'src does not compile, see above' : `stopped by ${signal}`}`,
  );
}

/** Declarations that package.json names, relative to lib. */
function entries(): readonly string[] {
  const text = fs.readFileSync(path.join(root, 'package.json'), 'utf8');
  const { exports } = JSON.parse(text) as { readonly exports: Readonly<Record<string, { readonly types?: string }>> };
  return Object.values(exports).flatMap(({ types }) => (types === undefined ? [] : [path.relative('lib', types)]));
}

function reach(file: string, reached: Set<string>): void {
  if (reached.has(file)) return;
  reached.add(file);
  const imports = fs.readFileSync(file, 'utf8').matchAll(/(?:from |import\()['"](\.[^'"]+)['"]/g);
  for (const [, imported = ''] of imports) reach(declarationAt(path.resolve(path.dirname(file), imported)), reached);
}

function declarationAt(module: string): string {
  const file = `${module}.d.ts`;
  return fs.existsSync(file) ? file : path.join(module, 'index.d.ts');
}

function declarationsIn(folder: string): readonly string[] {
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.d.ts')).map((file) => path.join(folder, file));
}
