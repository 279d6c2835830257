/**
 * Runs tests of jest for Stryker, again and again in one process: a whole jest for each mutant would cost a hundred times as much.
 * Only what starts no other program notices a mutant here.
 */
import { createRequire } from 'node:module';
import path from 'node:path';

/** What a mutant is asked about. */
interface MutantRun {
  readonly activeMutant: { readonly id: string };
  readonly testFilter?: readonly string[];
  readonly hitLimit?: number;
  readonly mutantActivation: 'static' | 'runtime';
}

/** What the code with the mutants in it reads and writes. */
interface Instrumented {
  activeMutant?: string;
  currentTestId?: string;
  hitCount?: number;
  hitLimit?: number;
  mutantCoverage?: object;
}

interface Result {
  readonly id: string;
  readonly name: string;
  readonly fileName: string;
  readonly timeSpentMs: number;
  readonly status: 0 | 1;
  readonly failureMessage: string;
}

interface Block {
  readonly type: 'describeBlock';
  readonly name: string;
  readonly children: readonly (Block | Test)[];
  readonly hooks: readonly { readonly type: string; readonly fn: Step }[];
}

interface Test {
  readonly type: 'test';
  readonly name: string;
  readonly mode?: string;
  readonly fn: Step;
}

type Step = () => unknown;
interface Circus {
  readonly getState: () => { readonly rootDescribeBlock: Block };
  readonly resetState: () => void;
}

const load = createRequire(path.join(process.cwd(), 'package.json'));
// Parts of jest.
const circus = load('jest-circus') as Circus;
const { expect } = load('expect') as { readonly expect: unknown };
const jest: unknown = load('jest-mock');
const instrumented: Instrumented = ((globalThis as { __stryker__?: Instrumented }).__stryker__ ??= {});

/** A runner of tests, as Stryker wants one. */
export class InProcessRunner {
  static readonly inject = ['options'] as const;
  private readonly files: readonly string[];

  constructor({ roomTests }: { readonly roomTests: readonly string[] }) {
    this.files = roomTests.map((file) => path.join(process.cwd(), file));
  }

  capabilities(): object {
    return { reloadEnvironment: true };
  }

  init(): void {
    Object.assign(globalThis, circus, { expect, jest });
    load('./tools/mutation/properties.cjs');
  }

  async dryRun(): Promise<object> {
    forget(process.cwd());
    const tests: Result[] = [];
    for (const file of this.files) tests.push(...(await this.runFile(file, this.suiteOf(file), () => true)));
    return { status: 'complete', tests, mutantCoverage: instrumented.mutantCoverage };
  }

  /** Always with modules read anew: what a mutant left in one could kill the next. Of the files only those that are needed. */
  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation }: MutantRun): Promise<object> {
    Object.assign(instrumented, { hitCount: hitLimit === undefined ? undefined : 0, hitLimit });
    forget(process.cwd());
    let count = 0;
    for (const file of this.files.filter((one) => isNeeded(one, testFilter))) {
      if (mutantActivation === 'runtime') delete instrumented.activeMutant;
      else instrumented.activeMutant = activeMutant.id;
      const suite = loadedOr(() => this.suiteOf(file));
      if (typeof suite === 'string') return killed('loading', suite, count);
      instrumented.activeMutant = activeMutant.id;
      const results = await this.runFile(file, suite, (id) => testFilter?.includes(id) ?? true);
      count += results.length;
      const verdict = verdictOf(results);
      if (verdict !== undefined) return verdict;
    }
    return { status: 'survived', nrOfTests: count };
  }

  private suiteOf(file: string): Block {
    circus.resetState();
    load(file);
    return circus.getState().rootDescribeBlock;
  }

  /** Runs the tests of a file, up to the first that fails. */
  private async runFile(file: string, suite: Block, isWanted: (id: string) => boolean): Promise<readonly Result[]> {
    const results: Result[] = [];
    for await (const result of runBlock(suite, relative(file), isWanted)) {
      results.push({ ...result, fileName: file });
      if (result.status === 1) break;
    }
    (load('./test/support/cleanup.ts') as { readonly cleanUp: Step }).cleanUp();
    return results;
  }
}

function relative(file: string): string {
  return path.relative(process.cwd(), file);
}

/** Names of tests begin with the file. */
function isNeeded(file: string, testFilter: readonly string[] | undefined): boolean {
  return testFilter?.some((id) => id.startsWith(`${relative(file)} `)) ?? true;
}

function loadedOr(load: () => Block): Block | string {
  try {
    return load();
  } catch (error) {
    return String(error);
  }
}

/** A loop or a test that failed, if there was one. */
function verdictOf(results: readonly Result[]): object | undefined {
  const { hitCount = 0, hitLimit = Infinity } = instrumented;
  if (hitCount > hitLimit) return { status: 'timeout', reason: `reached ${String(hitCount)} times` };
  const failed = results.find(({ status }) => status === 1);
  return failed === undefined ? undefined : killed(failed.id, failed.failureMessage, results.length);
}

function forget(folder: string): void {
  for (const file of Object.keys(load.cache))
    if (file.startsWith(folder + path.sep)) Reflect.deleteProperty(load.cache, file);
}

function killed(test: string, failureMessage: string, nrOfTests: number): object {
  return { status: 'killed', killedBy: [test], failureMessage, nrOfTests };
}

type Ran = Omit<Result, 'fileName'>;

async function* runBlock(block: Block, prefix: string, isWanted: (id: string) => boolean): AsyncGenerator<Ran> {
  const idOf = (name: string): string => `${prefix} ${name}`;
  await runHooks(block, 'beforeAll');
  for (const child of block.children) {
    const id = idOf(child.name);
    if (child.type === 'describeBlock') yield* runBlock(child, id, isWanted);
    else if (child.mode !== 'skip' && isWanted(id)) yield await runTest(block, child, id);
  }
  await runHooks(block, 'afterAll');
}

async function runTest(block: Block, test: Test, id: string): Promise<Ran> {
  const start = performance.now();
  instrumented.currentTestId = id;
  const failureMessage = await failureOf(async () => {
    await runHooks(block, 'beforeEach');
    await test.fn();
    await runHooks(block, 'afterEach');
  });
  delete instrumented.currentTestId;
  const status = failureMessage === undefined ? 0 : 1;
  const timeSpentMs = performance.now() - start;
  return { id, name: id, timeSpentMs, status, failureMessage: failureMessage ?? '' };
}

async function runHooks({ hooks }: Block, type: string): Promise<void> {
  for (const hook of hooks) if (hook.type === type) await hook.fn();
}

async function failureOf(run: () => Promise<void>): Promise<string | undefined> {
  try {
    await run();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
