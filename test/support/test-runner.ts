/**
 * Runs the tests of a file for jest, with modules of Node in the realm of the worker. What is not below test/ is read and compiled once for all
 * files of a worker, and stays compiled by the machine: jest's own way reads it anew for each file, which costs more than twice as much in all.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';

type Arguments = readonly [
  global: GlobalConfig,
  project: ProjectConfig,
  environment: Environment,
  runtime: object,
  ...rest: readonly unknown[],
];
type Framework = (...all: Arguments) => Promise<object>;
interface GlobalConfig {
  readonly watch: boolean;
  readonly watchAll: boolean;
}
interface ProjectConfig {
  readonly rootDir: string;
  readonly transform: readonly (readonly [pattern: string, path: string, options: object])[];
}
interface Environment {
  readonly global: { readonly console: Console };
}
interface Mocker {
  readonly restoreAllMocks: () => void;
}
interface Node {
  readonly _extensions: Record<
    string,
    (module: { readonly _compile: (code: string, file: string) => void }, file: string) => void
  >;
}

const load = createRequire(__filename);
const node = load('node:module') as Node;
const circus = load('jest-circus/runner') as { readonly default: Framework };
const { ModuleMocker } = load('jest-mock') as { readonly ModuleMocker: new (realm: object) => Mocker };
const { transformFileSync } = load('@swc/core') as {
  readonly transformFileSync: (file: string, options: object) => { readonly code: string };
};

/** What jest calls for each file, as it calls `jest-circus/runner`. */
export default async function runFile(...[global, project, environment, runtime, ...rest]: Arguments): Promise<object> {
  readTypeScript(project);
  forget(global.watch || global.watchAll ? project.rootDir : path.join(project.rootDir, 'test'));
  forgetFramework();
  const jest = new ModuleMocker(globalThis);
  const before = console;
  Object.assign(globalThis, { jest, console: environment.global.console });
  // Node's own knows the source maps.
  Reflect.deleteProperty(Error, 'prepareStackTrace');
  const inRealm = derived(environment, { global: globalThis });
  const withNode = derived(runtime, { requireModule: load, requireInternalModule: load });
  try {
    return await circus.default(global, project, inRealm, withNode, ...rest);
  } finally {
    jest.restoreAllMocks();
    globalThis.console = before;
  }
}

function derived<T extends object>(from: T, own: object): T {
  return Object.assign(Object.create(from) as T, own);
}

/** Lets Node read TypeScript as jest.config.cjs says. */
function readTypeScript({ transform: [[, , options] = ['', '', {}]] }: ProjectConfig): void {
  process.setSourceMapsEnabled(true);
  node._extensions['.ts'] = (module, file) => {
    module._compile(transformFileSync(file, { ...options, sourceMaps: 'inline' }).code, file);
  };
}

function forget(folder: string): void {
  for (const file of Object.keys(load.cache))
    if (file.startsWith(folder + path.sep)) Reflect.deleteProperty(load.cache, file);
}

/** The tests that the framework collected, and who listens to it. */
function forgetFramework(): void {
  forget(path.dirname(load.resolve('jest-circus')));
  for (const symbol of Object.getOwnPropertySymbols(globalThis))
    if (['JEST_STATE_SYMBOL', 'EVENT_HANDLERS'].includes(symbol.description ?? ''))
      Reflect.deleteProperty(globalThis, symbol);
}
