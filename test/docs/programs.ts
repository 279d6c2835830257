import { execFile } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vm from 'node:vm';
import * as cdk8s from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import * as kplus33 from 'cdk8s-plus-33';
import * as constructs from 'constructs';
import * as ts from 'typescript';
import * as constructsEntry from '../../src';
import * as engineEntry from '../../src/engine';
import * as observabilityEntry from '../../src/observability';
import { type Block, ROOT } from './markdown';

/** What the code of the documentation may import. */
const MODULES: Readonly<Record<string, unknown>> = {
  'cdk8s-coder': constructsEntry,
  'cdk8s-coder/engine': engineEntry,
  'cdk8s-coder/observability': observabilityEntry,
  cdk8s,
  'cdk8s-plus-27': kplus,
  'cdk8s-plus-33': kplus33,
  constructs,
  'node:fs': fs,
  'node:path': path,
};

/** What the compiler finds wrong with blocks of TypeScript, one line a problem; each block is a module of its own. */
export async function typeErrors(blocks: readonly Block[]): Promise<readonly string[]> {
  const directory = fs.mkdtempSync(path.join(ROOT, '.documentation.tmp-'));
  try {
    for (const [i, { text }] of blocks.entries()) fs.writeFileSync(path.join(directory, `${String(i)}.ts`), text);
    fs.writeFileSync(path.join(directory, 'tsconfig.json'), JSON.stringify(SETTINGS));
    const lines = (await compile(directory)).split('\n').filter((line) => /^\S/.test(line));
    return lines.map((line) =>
      line.replace(/^(?:.*\/)?(\d+)\.ts\(\S+: /, (_, i: number) => `${blocks[i]?.place ?? ''}: `),
    );
  } finally {
    fs.rmSync(directory, { recursive: true });
  }
}

/** Those of the project itself; the package is found in src. */
const SETTINGS = {
  extends: '../tsconfig.json',
  compilerOptions: {
    paths: {
      'cdk8s-coder': ['../src/index.ts'],
      'cdk8s-coder/engine': ['../src/engine/index.ts'],
      'cdk8s-coder/observability': ['../src/observability/index.ts'],
    },
  },
  include: ['*.ts'],
};

/** What the compiler says about a project. */
function compile(directory: string): Promise<string> {
  const compiler = path.join(ROOT, 'node_modules', 'typescript7', 'bin', 'tsc');
  return new Promise((resolve) => {
    execFile(process.execPath, [compiler, '-p', directory, '--noEmit', '--pretty', 'false'], (_, stdout) => {
      resolve(stdout);
    });
  });
}

const PROGRAM: ts.CompilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };

/** Runs a block as a program. */
export function runProgram({ text, place }: Block): void {
  const { outputText } = ts.transpileModule(text, { compilerOptions: PROGRAM });
  const load = (name: string): unknown => {
    if (!(name in MODULES)) throw new Error(`${place} imports ${name}, which no reader has`);
    return MODULES[name];
  };
  const program = vm.compileFunction(outputText, ['require', 'exports']) as (load: unknown, exported: unknown) => void;
  program(load, {});
}

/** Does something in a directory. */
export async function inDirectory(directory: string, task: () => void | Promise<void>): Promise<void> {
  const before = process.cwd();
  process.chdir(directory);
  try {
    await task();
  } finally {
    process.chdir(before);
  }
}
