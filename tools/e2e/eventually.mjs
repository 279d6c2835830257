import { setTimeout as sleep } from 'node:timers/promises';

const pauseMs = 200;

/**
 * Runs a check until it no longer throws, and returns what it returns. After the deadline (120 s by default) it throws
 * what the check threw last: an assertion says what was missing.
 */
export async function eventually(check, { deadlineMs = 120_000, everyMs = pauseMs } = {}) {
  const deadline = Date.now() + deadlineMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(everyMs);
    }
  }
}
