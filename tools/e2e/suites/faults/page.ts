import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { runChild } from '../../../process';
import { root } from '../../../setup/index.cjs';
import { type Block, blocksIn, foreignGroupOf, manifestSnippets } from '../../../snippets';
import type { PackagedChart } from '../../chart';
import { type Manifest, manifestOf, objectsIn } from '../../kubernetes';

/** The objects in the YAML of the documentation that an API server knows. */
export function objectsOfPages(): readonly Manifest[] {
  const known = manifestSnippets().filter(({ object }) => foreignGroupOf(object) === undefined);
  return known.map(({ object, place }) => manifestOf(object, place));
}

/** Those that the programs of the documentation write, as they stand there: as manifests, or as charts of their own. */
export async function objectsOfPrograms(folder: string, chart: PackagedChart): Promise<readonly Manifest[]> {
  const written: Manifest[] = [];
  for (const [i, block] of blocksIn('ts').entries())
    written.push(...(await objectsOf(block, path.join(folder, `program-${String(i)}`), chart)));
  return written.filter(({ object }) => foreignGroupOf(object) === undefined);
}

async function objectsOf(
  block: Block,
  folder: string,
  { helms: { helm4 } }: PackagedChart,
): Promise<readonly Manifest[]> {
  await run(block, folder);
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
  const charts = files.filter((file) => path.basename(file) === 'Chart.yaml').map((file) => path.dirname(file));
  const plain = files.filter((file) => !charts.some((one) => file.startsWith(`${one}${path.sep}`)));
  const texts = plain
    .filter((file) => path.basename(file) !== 'kustomization.yaml')
    .map((file) => fs.readFileSync(path.join(folder, file), 'utf8'));
  for (const one of charts)
    texts.push(await helm4(['template', 'snippet', path.join(folder, one), '--namespace', 'coder']));
  assert.ok(texts.length > 0, `${block.place} writes something`);
  return texts.flatMap(objectsIn);
}

/** In a folder of its own, in which the package is installed. */
async function run({ text, place }: Block, folder: string): Promise<void> {
  const modules = path.join(folder, 'node_modules');
  fs.mkdirSync(modules, { recursive: true });
  fs.symlinkSync(root, path.join(modules, 'cdk8s-coder'));
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  fs.writeFileSync(path.join(folder, 'program.cjs'), ts.transpileModule(text, { compilerOptions }).outputText);
  const env = { ...process.env, NODE_PATH: path.join(root, 'node_modules') };
  const { status, stderr } = await runChild(process.execPath, ['program.cjs'], { cwd: folder, env });
  fs.rmSync(modules, { recursive: true });
  assert.equal(status, 0, `${place}: ${stderr}`);
}
