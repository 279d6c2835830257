import * as fs from 'node:fs';
import * as path from 'node:path';

/** Files that all hold the same mark, so that a mixture of two writes shows. */
export function filesOf(mark: string, count: number): ReadonlyMap<string, string> {
  return new Map(Array.from({ length: count }, (_, i) => [`sub/${String(i)}.yaml`, `${mark}\n`.repeat(200)]));
}

/** What stands in a directory that `filesOf` was written to: a mark, `nothing`, or `a mixture`. */
export function contentOf(directory: string, count: number): string {
  if (!fs.existsSync(directory)) return 'nothing';
  const entries = fs.readdirSync(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name !== '.generated-files');
  const texts = new Set(files.map((entry) => fs.readFileSync(path.join(entry.parentPath, entry.name), 'utf8')));
  const [text = ''] = texts;
  const [mark = ''] = text.split('\n');
  return files.length === count && texts.size === 1 && text === `${mark}\n`.repeat(200) ? mark : 'a mixture';
}
