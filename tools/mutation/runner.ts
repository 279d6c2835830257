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
  private suites: readonly (readonly [file: string, suite: Block])[] = [];

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
    this.reload();
    const tests = await this.runAll(() => true, false);
    return { status: 'complete', tests, mutantCoverage: instrumented.mutantCoverage };
  }

  /** Always with modules read anew: what a mutant left in one could kill the next. */
  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation }: MutantRun): Promise<object> {
    Object.assign(instrumented, { hitCount: hitLimit === undefined ? undefined : 0, hitLimit });
    if (mutantActivation === 'static') instrumented.activeMutant = activeMutant.id;
    else delete instrumented.activeMutant;
    try {
      this.reload();
    } catch (error) {
      return killed('loading', String(error), 0);
    }
    instrumented.activeMutant = activeMutant.id;
    const results = await this.runAll((id) => testFilter?.includes(id) ?? true, true);
    delete instrumented.activeMutant;
    return this.verdict(results);
  }

  private verdict(results: readonly Result[]): object {
    const { hitCount = 0, hitLimit = Infinity } = instrumented;
    if (hitCount > hitLimit) return { status: 'timeout', reason: `reached ${String(hitCount)} times` };
    const failed = results.find(({ status }) => status === 1);
    if (failed === undefined) return { status: 'survived', nrOfTests: results.length };
    return killed(failed.id, failed.failureMessage, results.length);
  }

  /** Reads the tests, and all that they import of this project, anew. */
  private reload(): void {
    forget(process.cwd());
    this.suites = this.files.map((file) => {
      circus.resetState();
      load(file);
      return [file, circus.getState().rootDescribeBlock] as const;
    });
  }

  private async runAll(isWanted: (id: string) => boolean, bails: boolean): Promise<readonly Result[]> {
    const results: Result[] = [];
    for (const [file, suite] of this.suites) {
      for await (const result of runBlock(suite, path.relative(process.cwd(), file), isWanted)) {
        results.push({ ...result, fileName: file });
        if (bails && result.status === 1) break;
      }
      (load('./test/support/cleanup.ts') as { readonly cleanUp: Step }).cleanUp();
      if (bails && results.at(-1)?.status === 1) break;
    }
    return results;
  }
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
