import * as fs from 'node:fs';
import * as path from 'node:path';

/** Writes one generated file in one step, unless it is already as it should be; returns a line that says so. */
export function writeFileIfChanged(file: string, text: string): string {
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === text) return `${file}: up to date`;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const staged = path.join(path.dirname(file), `.${path.basename(file)}.tmp-${String(process.pid)}`);
  fs.writeFileSync(staged, text);
  fs.renameSync(staged, file);
  return `${file}: written`;
}
