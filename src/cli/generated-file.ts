import { writeFile } from '../output';

/** Writes one generated file in one step, unless it is already as it should be; returns a line that says so. */
export function writeFileIfChanged(file: string, text: string): string {
  return writeFile(file, text) ? `${file}: written` : `${file}: up to date`;
}
