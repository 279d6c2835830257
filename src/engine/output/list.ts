import * as fs from 'node:fs';
import * as path from 'node:path';

/** The file of a generated directory that names all the others: the mark by which the next run knows what it may replace. */
export const FILE_LIST = '.generated-files';

const HEAD = '# Generated, with this list. The next run replaces or removes these files, and stops at any other.';

/** Files with the list of their names. */
export function withList(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...files, [FILE_LIST, `${[HEAD, ...[...files.keys()].sort()].join('\n')}\n`]]);
}

/** The names in the list of a directory; none where there is no list. */
export function namesListed(directory: string): ReadonlySet<string> {
  const file = path.join(directory, FILE_LIST);
  const isFile = fs.lstatSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
  return new Set(
    isFile
      ? fs
          .readFileSync(file, 'utf8')
          .split(/\r?\n/)
          .filter((line) => !line.startsWith('#'))
      : [],
  );
}
