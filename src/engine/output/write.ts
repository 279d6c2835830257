import * as fs from 'node:fs';
import * as path from 'node:path';
import { beside, discard, recover } from './leftovers';
import { FILE_LIST, namesListed, withList } from './list';

/** The files of a directory: relative paths, with `/`, and their texts. */
export type Files = ReadonlyMap<string, string>;

/** What a write changed. */
export interface WriteReport {
  /** Files that are new or have another text now. */
  readonly written: readonly string[];
  /** Files that are gone. */
  readonly removed: readonly string[];
}

/** A place that is not written to, and why. */
export class OutputError extends Error {
  override readonly name = 'OutputError';

  constructor(place: string, expected: string, got: string, advice = 'choose another place') {
    super(`${place}: expected ${expected}, got ${got}; ${advice}`);
  }
}

/**
 * Makes a directory hold exactly the given files, and `.generated-files`, a list of them. The next run replaces or removes what that list
 * names; anything else in the directory is somebody's, and the directory is refused.
 *
 * The new content is written beside the directory and takes its place in one step, so whoever comes after a crash finds the old content or
 * the new one; at worst under another name, where the next run finds it. A directory that is already as it should be is not touched. A
 * symbolic link stays, and the directory it points at is written.
 *
 * @throws OutputError when the directory holds a file that no run wrote, or cannot be written.
 */
export function writeDirectory(directory: string, files: Files): WriteReport {
  return explained(directory, () => {
    const target = destination(path.resolve(directory));
    recover(target);
    const before = readGenerated(directory, target);
    const written = [...files.keys()].filter((file) => before.get(file) !== files.get(file));
    const removed = [...before.keys()].filter((file) => !files.has(file));
    if (written.length > 0 || removed.length > 0) replace(directory, target, withList(files));
    return { written, removed };
  });
}

/**
 * Writes one file in one step; one that is already as it should be is not touched. Returns whether it was written.
 *
 * @throws OutputError when it cannot be written.
 */
export function writeFile(file: string, text: string): boolean {
  return explained(file, () => {
    recover(file);
    if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === text) return false;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    const staged = beside(file, 'new');
    fs.writeFileSync(staged, text);
    fs.renameSync(staged, file);
    return true;
  });
}

/** What the system refuses is a mistake in the place, not in this code. */
function explained<T>(place: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    const { syscall, message } = error as NodeJS.ErrnoException;
    if (syscall === undefined) throw error;
    throw new OutputError(place, 'a place that can be written', message, 'remove it or choose another');
  }
}

const MAX_LINKS = 40;

/** Where a chain of symbolic links ends, whether or not something is there. */
function destination(target: string, links = 0): string {
  const isLink = links < MAX_LINKS && (fs.lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink() ?? false);
  return isLink ? destination(path.resolve(path.dirname(target), fs.readlinkSync(target)), links + 1) : target;
}

/** The files of an earlier run. */
function readGenerated(directory: string, target: string): Map<string, string> {
  const found = fs.statSync(target, { throwIfNoEntry: false });
  if (found === undefined) return new Map();
  if (!found.isDirectory()) throw new OutputError(directory, 'a directory', 'a file');
  const listed = namesListed(target);
  const ours: string[] = [];
  for (const { file, isFile } of entriesOf(target)) {
    if (isFile && file === FILE_LIST) continue;
    if (!isFile || !listed.has(file))
      throw new OutputError(
        directory,
        `only generated files, which its ${FILE_LIST} names`,
        file,
        'move it away, delete it if an earlier version generated it, or choose another directory',
      );
    ours.push(file);
  }
  return new Map(ours.map((file) => [file, fs.readFileSync(path.join(target, file), 'utf8')]));
}

interface Entry {
  readonly file: string;
  readonly isFile: boolean;
}

/** One by one: a directory of somebody else may be as large as a home. */
function* entriesOf(directory: string, below = ''): Generator<Entry> {
  for (const entry of fs.readdirSync(path.join(directory, below), { withFileTypes: true })) {
    const file = path.posix.join(below, entry.name);
    if (entry.isDirectory()) yield* entriesOf(directory, file);
    else yield { file, isFile: entry.isFile() };
  }
}

function replace(directory: string, target: string, files: Files): void {
  if (fs.existsSync(target) && `${process.cwd()}/`.startsWith(`${fs.realpathSync(target)}/`))
    throw new OutputError(directory, 'a directory that can be replaced', 'the one this command runs in');
  const staged = beside(target, 'new');
  try {
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.mkdirSync(staged);
    for (const [file, text] of files) {
      fs.mkdirSync(path.dirname(path.join(staged, file)), { recursive: true });
      fs.writeFileSync(path.join(staged, file), text);
    }
    swap(staged, target);
  } catch (error) {
    fs.rmSync(staged, { recursive: true, force: true });
    throw error;
  }
}

function swap(staged: string, target: string): void {
  const old = beside(target, 'old');
  if (fs.existsSync(target)) fs.renameSync(target, old);
  try {
    fs.renameSync(staged, target);
  } catch (error) {
    if (fs.existsSync(old)) fs.renameSync(old, target);
    throw error;
  }
  discard(old, target);
}
