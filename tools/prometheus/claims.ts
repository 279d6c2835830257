import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from '../setup/index.cjs';

/** Claims about running programs: each is checked in turn and said in one line; one that fails does not stop the others. */
export interface Claims {
  /** `check` throws, or returns a figure to print. */
  readonly claim: (title: string, check: () => Promise<string | undefined>) => Promise<void>;
  /** Prints the totals and returns the exit code. */
  readonly end: () => number;
}

export function claims(): Claims {
  const counts = { passed: 0, failed: 0 };
  const claim: Claims['claim'] = async (title, check) => {
    const start = performance.now();
    const seconds = (): string => `${((performance.now() - start) / 1000).toFixed(1)} s`;
    try {
      const figure = await check();
      counts.passed += 1;
      console.log(`ok      ${title} (${[figure ?? [], seconds()].flat().join(', ')})`);
    } catch (error) {
      counts.failed += 1;
      console.log(`FAILED  ${title} (${seconds()})\n${indent(messageOf(error))}`);
    }
  };
  const end = (): number => {
    console.log(`${counts.passed} passed, ${counts.failed} failed`);
    return counts.failed === 0 && counts.passed > 0 ? 0 : 1;
  };
  return { claim, end };
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '        ');
}

/** Throws when a list of problems is not empty. */
export function expectNone(problems: readonly string[], what: string): void {
  if (problems.length === 0) return;
  const shown = problems.slice(0, 20);
  const more = problems.length > shown.length ? [`and ${problems.length - shown.length} more`] : [];
  throw new Error([`${problems.length} ${what}:`, ...shown, ...more].join('\n'));
}

/** Asks again each second until there is no problem left, or the deadline has passed. */
export async function eventually(
  problemsOf: () => Promise<readonly string[]>,
  deadlineMs = 90_000,
): Promise<readonly string[]> {
  const end = Date.now() + deadlineMs;
  for (;;) {
    const problems = await problemsOf();
    if (problems.length === 0 || Date.now() > end) return problems;
    await sleep(1000);
  }
}
