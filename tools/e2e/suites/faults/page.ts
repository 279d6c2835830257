import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { runChild } from '../../../process';
import { root } from '../../../setup/index.cjs';

const page = path.join(root, 'docs', 'how-to', 'objects-of-your-own.md');

/** Runs the example of the page on objects of your own as it stands there; returns the file that it writes. */
export async function fileMadeByPage(folder: string): Promise<string> {
  const example = /```ts\n([^]*?)```/.exec(fs.readFileSync(page, 'utf8'))?.[1];
  assert.ok(example !== undefined, 'the page has an example');
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  const { outputText } = ts.transpileModule(example, { compilerOptions });
  const program = path.join(folder, 'example.cjs');
  fs.writeFileSync(program, outputText.replace('require("cdk8s-coder")', `require(${JSON.stringify(root)})`));
  const out = path.join(folder, 'example');
  const env = { ...process.env, NODE_PATH: path.join(root, 'node_modules'), CDK8S_OUTDIR: out };
  const { status, stderr } = await runChild(process.execPath, [program], { env });
  assert.equal(status, 0, stderr);
  const [name, ...more] = fs.readdirSync(out);
  assert.ok(name !== undefined && more.length === 0, 'it writes one file');
  const file = path.join(out, name);
  assert.match(fs.readFileSync(file, 'utf8'), /kind: NetworkPolicy/);
  return file;
}
