import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { isInterrupted } from '../components/index.mjs';

/** What one claim may take before it counts as failed; the machine may be busy. */
const deadlineMs = 300_000;

/**
 * Counts claims. A claim is a sentence and a body that throws unless it holds; it prints one line. They run one after
 * another, because each builds on what the ones before it left in the cluster. `claim` returns whether it held.
 */
export function claimBook() {
  const failed = [];
  let passed = 0;

  const claim = async (title, body, options = {}) => {
    const start = Date.now();
    const problem = await problemOf(body, options);
    // What a signal broke off says nothing.
    if (isInterrupted()) return await new Promise(() => {});
    const number = String(passed + failed.length + 1).padStart(3);
    const seconds = ((Date.now() - start) / 1000).toFixed(1).padStart(6);
    if (problem === undefined) passed += 1;
    else failed.push(title);
    console.log(`${number} ${problem === undefined ? 'ok    ' : 'FAILED'} ${seconds} s  ${title}`);
    if (problem !== undefined) show(problem);
    return problem === undefined;
  };

  /** A group of claims; if it throws between them, that is a failed claim of its own. */
  const suite = async (title, body) => {
    console.log(`\n${title}`);
    const problem = await problemOf(body, { deadlineMs: 3_600_000 });
    if (problem !== undefined)
      await claim(`${title}: everything that its claims need works`, () => Promise.reject(problem));
  };

  const summary = () => {
    console.log(`\n${passed} passed, ${failed.length} failed`);
    return failed.length > 0 || passed === 0 ? 1 : 0;
  };
  return { claim, suite, summary };
}

async function problemOf(body, options) {
  const timer = new globalThis.AbortController();
  const limit = options.deadlineMs ?? deadlineMs;
  const late = sleep(limit, undefined, { signal: timer.signal }).then(() => {
    throw new Error(`not done after ${limit / 1000} s`);
  });
  try {
    await Promise.race([body(), late]);
    return undefined;
  } catch (error) {
    return error;
  } finally {
    timer.abort();
    late.catch(() => undefined);
  }
}

function show(problem) {
  const text = process.env.CODER_DEBUG ? problem.stack : problem.message;
  for (const line of text.split('\n').slice(0, 40)) console.log(`            ${line}`);
}
