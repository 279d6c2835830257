import * as fs from 'node:fs';
import * as path from 'node:path';

/** Relative paths with their texts. */
export type Files = ReadonlyMap<string, string>;

/** What a write changed. */
export interface WriteReport {
  readonly written: readonly string[];
  readonly removed: readonly string[];
}

/** A directory that is not written to, and why. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
}

/**
 * Makes a directory hold exactly the given files. The new content is written beside it and takes its place in one step, so
 * whoever reads it, and whoever comes after a crash, finds the old content or the new one. A directory that is already
 * as it should be is not touched.
 *
 * @param isOurs tells files that an earlier run may have written; any other file is somebody's, and the directory is refused.
 * @throws OutputError when the directory holds files of somebody else.
 */
export function writeDirectory(directory: string, files: Files, isOurs: (file: string) => boolean): WriteReport {
  const target = path.resolve(directory);
  recover(target);
  const before = readDirectory(target);
  refuseForeign(
    directory,
    [...before.keys()].filter((file) => !isOurs(file)),
  );
  const written = [...files.keys()].filter((file) => before.get(file) !== files.get(file));
  const removed = [...before.keys()].filter((file) => !files.has(file));
  if (written.length > 0 || removed.length > 0) replace(target, files);
  return { written, removed };
}

function replace(target: string, files: Files): void {
  const staged = `${stagingPrefix(target)}${String(process.pid)}`;
  for (const [file, text] of files) {
    const full = path.join(staged, file);
    fs.mkdirSync(path.dirname(full), { recursive: true });
    fs.writeFileSync(full, text);
  }
  const old = oldPath(target);
  if (fs.existsSync(target)) fs.renameSync(target, old);
  fs.renameSync(staged, target);
  fs.rmSync(old, { recursive: true, force: true });
}

/** Undoes what a run that was killed left behind: between the two renames, the old content is under another name. */
function recover(target: string): void {
  const old = oldPath(target);
  if (!fs.existsSync(target) && fs.existsSync(old)) fs.renameSync(old, target);
  fs.rmSync(old, { recursive: true, force: true });
  const parent = path.dirname(target);
  const prefix = path.basename(stagingPrefix(target));
  const entries = fs.existsSync(parent) ? fs.readdirSync(parent) : [];
  for (const entry of entries.filter((name) => name.startsWith(prefix))) {
    fs.rmSync(path.join(parent, entry), { recursive: true, force: true });
  }
}

function stagingPrefix(target: string): string {
  return path.join(path.dirname(target), `.${path.basename(target)}.tmp-`);
}

function oldPath(target: string): string {
  return path.join(path.dirname(target), `.${path.basename(target)}.old`);
}

function readDirectory(target: string): Map<string, string> {
  const files = new Map<string, string>();
  if (!fs.existsSync(target)) return files;
  if (!fs.statSync(target).isDirectory())
    throw new OutputError(`${target}: expected a directory, got a file; choose another place`);
  for (const entry of fs.readdirSync(target, { recursive: true, withFileTypes: true })) {
    const full = path.join(entry.parentPath, entry.name);
    if (!entry.isDirectory())
      files.set(path.relative(target, full).split(path.sep).join('/'), fs.readFileSync(full, 'utf8'));
  }
  return files;
}

function refuseForeign(directory: string, foreign: readonly string[]): void {
  if (foreign.length === 0) return;
  const shown = foreign.slice(0, 3).join(', ') + (foreign.length > 3 ? ', ...' : '');
  throw new OutputError(
    `${directory}: expected a directory of generated files, got one that also holds ${shown}; move them away or choose another --out`,
  );
}
