import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vm from 'node:vm';
import * as cdk8s from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
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
  constructs,
  'node:fs': fs,
  'node:path': path,
};

/** What the compiler finds wrong with blocks of TypeScript, one line a problem; each block is a module of its own. */
export function typeErrors(blocks: readonly Block[]): readonly string[] {
  const options = compilerOptions();
  const files = new Map(blocks.map((block, i) => [path.join(ROOT, 'test', `documentation-${String(i)}.ts`), block]));
  const program = ts.createProgram([...files.keys()], options, hostWith(files, options));
  return [...files].flatMap(([file, { place }]) => {
    const diagnostics = ts.getPreEmitDiagnostics(program, program.getSourceFile(file));
    return diagnostics.map(({ messageText }) => `${place}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
  });
}

/** Those of the project itself; the package is found in src. */
function compilerOptions(): ts.CompilerOptions {
  const file = path.join(ROOT, 'tsconfig.json');
  const { config } = ts.readConfigFile(file, (name) => fs.readFileSync(name, 'utf8')) as { readonly config: unknown };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const paths = {
    'cdk8s-coder': ['src/index.ts'],
    'cdk8s-coder/engine': ['src/engine/index.ts'],
    'cdk8s-coder/observability': ['src/observability/index.ts'],
  };
  return { ...options, baseUrl: ROOT, paths };
}

function hostWith(files: ReadonlyMap<string, Block>, options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const textOf = (file: string): string | undefined => files.get(path.normalize(file))?.text;
  return {
    ...host,
    fileExists: (file) => textOf(file) !== undefined || host.fileExists(file),
    readFile: (file) => textOf(file) ?? host.readFile(file),
    getSourceFile: (file, language, ...rest) => {
      const text = textOf(file);
      return text === undefined
        ? host.getSourceFile(file, language, ...rest)
        : ts.createSourceFile(file, text, language);
    },
  };
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
