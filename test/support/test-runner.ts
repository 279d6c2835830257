/**
 * Runs the tests of a file for jest, with modules of Node in the realm of the worker. What the files import is read and run once a worker, and
 * stays compiled by the machine: jest's own way does so for each file, which costs more than twice as much in all.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
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
type Run = AsyncLocalStorage<unknown>['run'];
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
interface Cleanup {
  readonly cleanUp: () => void;
}
interface Share {
  readonly PROPERTIES: object;
}
interface FastCheck {
  readonly configureGlobal: (parameters: object) => void;
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

/** Most tests need no database, and are about something else than the warning of that. */
const emitWarning = process.emitWarning.bind(process);
process.emitWarning = (text: string | Error, type?: unknown) => {
  if (type !== 'CoderWarning') emitWarning(text, type as string);
};

const FRAMEWORK = path.dirname(load.resolve('jest-circus'));

/** What jest calls for each file, as it calls `jest-circus/runner`. */
export default async function runFile(...[global, project, environment, runtime, ...rest]: Arguments): Promise<object> {
  readTypeScript(project);
  (load('fast-check') as FastCheck).configureGlobal((load('./share.ts') as Share).PROPERTIES);
  if (global.watch || global.watchAll) forget((file) => isBelow(project.rootDir, file));
  forget((file) => file.endsWith('.test.ts') || isBelow(FRAMEWORK, file));
  forgetFramework();
  const jest = new ModuleMocker(globalThis);
  const before = console;
  Object.assign(globalThis, { jest, console: environment.global.console });
  // Jest takes a hundred lines of each stack, though hardly one is ever printed; and Node's own printer knows the source maps.
  Error.stackTraceLimit = 10;
  Reflect.deleteProperty(Error, 'prepareStackTrace');
  const inRealm = derived(environment, { global: globalThis });
  const withNode = derived(runtime, { requireModule: load, requireInternalModule: load });
  try {
    return await circus.default(global, project, inRealm, withNode, ...rest);
  } finally {
    jest.restoreAllMocks();
    (load('./cleanup.ts') as Cleanup).cleanUp();
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

function isBelow(folder: string, file: string): boolean {
  return file.startsWith(folder + path.sep);
}

function forget(isForgotten: (file: string) => boolean): void {
  for (const file of Object.keys(load.cache)) if (isForgotten(file)) Reflect.deleteProperty(load.cache, file);
}

/** What the framework ran tests in: each makes all promises slower until it is switched off. */
const storages = new Set<AsyncLocalStorage<unknown>>();
AsyncLocalStorage.prototype.run = new Proxy(Reflect.get(AsyncLocalStorage.prototype, 'run') as Run, {
  apply: (run, storage: AsyncLocalStorage<unknown>, args) => {
    storages.add(storage);
    return Reflect.apply(run, storage, args) as unknown;
  },
});

/** The tests that the framework collected, and who listens to it. */
function forgetFramework(): void {
  for (const storage of storages) storage.disable();
  storages.clear();
  for (const symbol of Object.getOwnPropertySymbols(globalThis))
    if (['JEST_STATE_SYMBOL', 'EVENT_HANDLERS'].includes(symbol.description ?? ''))
      Reflect.deleteProperty(globalThis, symbol);
}
