import type { Files, WriteReport } from '../engine/output';

/** A line that says what writing a directory changed. */
export function report(out: string, files: Files, { written, removed }: WriteReport): string {
  if (written.length + removed.length === 0) return `${out}: ${String(files.size)} files, all up to date`;
  return `${out}: ${String(files.size)} files, ${String(written.length)} written, ${String(removed.length)} removed`;
}
