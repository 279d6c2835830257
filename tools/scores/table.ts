import { type Exception, isExcepted } from './exceptions';
import type { Score } from './score';

/** A tool and what it says of each subject. */
export interface Column {
  readonly title: string;
  readonly scores: readonly Score[];
}

/** One row for each subject, one cell for each tool: what is well, what is not, and what of that stays. */
export function tableOf(columns: readonly Column[], exceptions: readonly Exception[]): string {
  const subjects = columns[0]?.scores.map(({ subject }) => subject) ?? [];
  const rows = subjects.map((subject) => [
    subject,
    ...columns.map(({ scores }) =>
      cell(
        scores.find((score) => score.subject === subject),
        exceptions,
      ),
    ),
  ]);
  const all = [['', ...columns.map(({ title }) => title)], ...rows];
  const widths = all[0]?.map((_, index) => Math.max(...all.map((row) => row[index]?.length ?? 0))) ?? [];
  return all
    .map((row) =>
      row
        .map((text, index) => text.padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function cell(score: Score | undefined, exceptions: readonly Exception[]): string {
  if (score === undefined) return '-';
  const stay = score.findings.filter((finding) => isExcepted(exceptions, finding)).length;
  const words = [
    `${String(score.passed)} well`,
    ...counted(score.findings.length - stay, 'wrong'),
    ...counted(stay, 'excepted'),
    ...counted(score.newer ?? 0, 'newer'),
  ];
  return words.join(', ');
}

function counted(count: number, word: string): readonly string[] {
  return count === 0 ? [] : [`${String(count)} ${word}`];
}
