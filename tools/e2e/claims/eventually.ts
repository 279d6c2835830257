import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long and how often a check is repeated. */
export interface Patience {
  /** 120 s by default. */
  readonly deadlineMs?: number;
  /** The pause between two attempts, 200 ms by default. */
  readonly everyMs?: number;
}

const counters = new AsyncLocalStorage<{ repeats: number }>();

/**
 * Runs a check until it no longer throws, and returns what it returns. After the deadline it throws what the check threw
 * last: an assertion says what was missing.
 */
export async function eventually<T>(check: () => T | Promise<T>, patience: Patience = {}): Promise<T> {
  const { deadlineMs = 120_000, everyMs = 200 } = patience;
  const deadline = Date.now() + deadlineMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      const counter = counters.getStore();
      if (counter !== undefined) counter.repeats += 1;
      await sleep(everyMs);
    }
  }
}

/** Runs a body; the function that it gets says how often checks have been repeated in it so far. */
export function countingRepeats<T>(body: (repeats: () => number) => Promise<T>): Promise<T> {
  const counter = { repeats: 0 };
  return counters.run(counter, () => body(() => counter.repeats));
}
