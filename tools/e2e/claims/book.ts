import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { isInterrupted } from '../../process';
import { countingRepeats } from './eventually';

/** What one claim may take before it counts as failed; the machine may be busy. */
const claimDeadlineMs = 300_000;
const suiteDeadlineMs = 3_600_000;
const shownLines = 40;

/** How a claim went. */
export interface Outcome<T> {
  readonly held: boolean;
  /**
   * What its body returned.
   *
   * @throws Error if the claim failed: what builds on it cannot hold.
   */
  readonly value: () => T;
}

/** Makes a claim: a sentence, and a body that throws unless it holds. Prints one line. */
export type Claim = <T>(title: string, body: () => T | Promise<T>) => Promise<Outcome<T>>;

/** Claims about one subject. They run one after another: each builds on what the ones before it left in the cluster. */
export interface Suite {
  readonly title: string;
  /** How many claims it makes; so none can be left out unseen. */
  readonly claims: number;
  readonly run: (claim: Claim) => Promise<void>;
}

/** Counts claims. */
export interface Book {
  /** Runs a suite. If it throws between its claims, or makes another number of them, that is a failed claim of its own. */
  readonly suite: (suite: Suite) => Promise<void>;
  /** Prints the totals and returns the exit code. */
  readonly summary: () => number;
}

interface Totals {
  passed: number;
  failed: number;
  /** How often checks were repeated, in how many claims. */
  repeats: number;
  impatient: number;
}

type Attempt<T> = { readonly value: T } | { readonly problem: unknown };

export function claimBook(): Book {
  const totals: Totals = { passed: 0, failed: 0, repeats: 0, impatient: 0 };
  const claim: Claim = (title, body) => makeClaim(totals, title, body);
  const failedClaim = (title: string, problem: unknown): Promise<unknown> =>
    claim(title, () => {
      throw problem;
    });
  return {
    suite: async ({ title, claims, run }) => {
      console.log(`\n${title}`);
      const before = made(totals);
      const attempt = await attempted(() => run(claim), suiteDeadlineMs);
      const count = made(totals) - before;
      if ('problem' in attempt) await failedClaim(`${title}: everything that its claims need works`, attempt.problem);
      else if (count !== claims)
        await failedClaim(`${title}: all its claims are made`, new Error(`expected ${claims} claims, made ${count}`));
    },
    summary: () => {
      console.log(`\nrepeats of checks until they held: ${totals.repeats}, in ${totals.impatient} of the claims`);
      console.log(`${totals.passed} passed, ${totals.failed} failed`);
      return totals.failed > 0 || totals.passed === 0 ? 1 : 0;
    },
  };
}

function made({ passed, failed }: Totals): number {
  return passed + failed;
}

async function makeClaim<T>(totals: Totals, title: string, body: () => T | Promise<T>): Promise<Outcome<T>> {
  const start = Date.now();
  return await countingRepeats(async (repeats) => {
    const attempt = await attempted(body, claimDeadlineMs);
    // What a signal broke off says nothing.
    if (isInterrupted()) return await new Promise<never>(() => undefined);
    const held = 'value' in attempt;
    totals[held ? 'passed' : 'failed'] += 1;
    totals.repeats += repeats();
    totals.impatient += repeats() > 0 ? 1 : 0;
    console.log(lineOf({ number: made(totals), held, ms: Date.now() - start, title, repeats: repeats() }));
    if (held) return { held, value: () => attempt.value };
    show(attempt.problem);
    return { held, value: () => missing(title) };
  });
}

interface Line {
  readonly number: number;
  readonly held: boolean;
  readonly ms: number;
  readonly title: string;
  readonly repeats: number;
}

function lineOf({ number, held, ms, title, repeats }: Line): string {
  const seconds = (ms / 1000).toFixed(1).padStart(6);
  const repeated = repeats === 0 ? '' : ` (repeats: ${repeats})`;
  return `${String(number).padStart(3)} ${held ? 'ok    ' : 'FAILED'} ${seconds} s  ${title}${repeated}`;
}

async function attempted<T>(body: () => T | Promise<T>, deadlineMs: number): Promise<Attempt<T>> {
  const timer = new AbortController();
  const late = sleep(deadlineMs, undefined, { signal: timer.signal }).then(() => {
    throw new Error(`not done after ${deadlineMs / 1000} s`);
  });
  try {
    return { value: await Promise.race([body(), late]) };
  } catch (problem) {
    return { problem };
  } finally {
    timer.abort();
    late.catch(() => undefined);
  }
}

function missing(title: string): never {
  throw new Error(`cannot hold, as this failed: ${title}`);
}

function show(problem: unknown): void {
  const { message, stack } = problem instanceof Error ? problem : new Error(String(problem));
  const text = isDebugged() ? (stack ?? message) : message;
  for (const line of text.split('\n').slice(0, shownLines)) console.log(`            ${line}`);
}

function isDebugged(): boolean {
  return (process.env['CODER_DEBUG'] ?? '') !== '';
}
