import { type Files, type WriteReport, writeFile } from '../output';

/** Writes one generated file in one step, unless it is already as it should be; returns a line that says so. */
export function writeFileIfChanged(file: string, text: string): string {
  return writeFile(file, text) ? `${file}: written` : `${file}: up to date`;
}

/** A line that says what writing a directory changed. */
export function report(out: string, files: Files, { written, removed }: WriteReport): string {
  if (written.length + removed.length === 0) return `${out}: ${String(files.size)} files, all up to date`;
  return `${out}: ${String(files.size)} files, ${String(written.length)} written, ${String(removed.length)} removed`;
}
