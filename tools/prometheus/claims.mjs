import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Claims about running programs: each is checked in turn and said in one line; one that fails does not stop the others.
 * @returns {{ claim(title: string, check: () => Promise<string | void>): Promise<void>, end(): number }} check: throws, or
 *   returns a figure to print; end: prints the totals and returns the exit code
 */
export function claims() {
  const counts = { passed: 0, failed: 0 };
  return {
    async claim(title, check) {
      const start = process.hrtime.bigint();
      const seconds = () => `${(Number(process.hrtime.bigint() - start) / 1e9).toFixed(1)} s`;
      try {
        const figure = await check();
        counts.passed += 1;
        console.log(`ok      ${title} (${[figure, seconds()].filter(Boolean).join(', ')})`);
      } catch (error) {
        counts.failed += 1;
        console.log(`FAILED  ${title} (${seconds()})\n${indent(error.message)}`);
      }
    },
    end() {
      console.log(`${counts.passed} passed, ${counts.failed} failed`);
      return counts.failed === 0 && counts.passed > 0 ? 0 : 1;
    },
  };
}

function indent(text) {
  return text
    .split('\n')
    .map((line) => `        ${line}`)
    .join('\n');
}

/** Throws when a list of problems is not empty. */
export function expectNone(problems, what) {
  if (problems.length === 0) return;
  const shown = problems.slice(0, 20);
  const more = problems.length > shown.length ? [`and ${problems.length - shown.length} more`] : [];
  throw new Error([`${problems.length} ${what}:`, ...shown, ...more].join('\n'));
}

/** Asks again each second until there is no problem left, or the deadline has passed. */
export async function eventually(problemsOf, deadlineMs = 90_000) {
  const end = Date.now() + deadlineMs;
  for (;;) {
    const problems = await problemsOf();
    if (problems.length === 0 || Date.now() > end) return problems;
    await sleep(1000);
  }
}
