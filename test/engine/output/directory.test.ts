import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as fc from 'fast-check';
import { type Files, OutputError, writeDirectory, writeFile } from '../../../src/engine/output';
import { temporaryDirectory } from '../../support/folder';
import { contentOf, filesOf } from './marks';

const A = new Map([
  ['a.yaml', 'a'],
  ['b/c.yaml', 'c'],
]);

const write = (target: string, files: Files = A): ReturnType<typeof writeDirectory> => writeDirectory(target, files);

/** All files and links below a directory but lists of generated files, with what they hold. */
function tree(directory: string): Readonly<Record<string, string>> {
  const entries = fs.readdirSync(directory, { recursive: true, withFileTypes: true });
  const shown = entries
    .filter((entry) => !entry.isDirectory() && entry.name !== '.generated-files')
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => [path.relative(directory, file), fs.lstatSync(file).isFile() ? fs.readFileSync(file, 'utf8') : '*']);
  return Object.fromEntries(shown) as Readonly<Record<string, string>>;
}

describe('a directory', () => {
  test('is made with all directories above it', () => {
    const target = path.join(temporaryDirectory(), 'x/y/out');
    expect(write(target)).toEqual({ written: ['a.yaml', 'b/c.yaml'], removed: [] });
    expect(tree(target)).toEqual({ 'a.yaml': 'a', 'b/c.yaml': 'c' });
  });

  test('holds what was written last: what is not written again vanishes', () => {
    const target = path.join(temporaryDirectory(), 'out');
    write(target);
    expect(write(target, new Map([['a.yaml', 'A']]))).toEqual({ written: ['a.yaml'], removed: ['b/c.yaml'] });
    expect(tree(target)).toEqual({ 'a.yaml': 'A' });
  });

  test('names its files in a list, in which a later run finds what it may replace', () => {
    const target = path.join(temporaryDirectory(), 'out');
    write(target);
    expect(fs.readFileSync(path.join(target, '.generated-files'), 'utf8')).toBe(
      '# Generated, with this list. The next run replaces or removes these files, and stops at any other.\na.yaml\nb/c.yaml\n',
    );
  });

  test('that is as it should be is not touched', () => {
    const target = path.join(temporaryDirectory(), 'out');
    write(target);
    const seen = (): readonly bigint[] =>
      [target, ...A.keys()].flatMap((file) => {
        const { ino, mtimeNs, ctimeNs } = fs.statSync(path.resolve(target, file), { bigint: true });
        return [ino, mtimeNs, ctimeNs];
      });
    const before = seen();
    expect(write(target)).toEqual({ written: [], removed: [] });
    expect(seen()).toEqual(before);
  });

  test.each(['old', 'new', 'trash'])('loses what a run that is gone left beside it as its %s content', (role) => {
    const target = path.join(temporaryDirectory(), 'out');
    write(target);
    const gone = Number(execFileSync(process.execPath, ['-p', 'process.pid']));
    for (const pid of [gone, process.pid]) fs.cpSync(target, beside(target, pid, role), { recursive: true });
    write(target, new Map([['a.yaml', 'A']]));
    expect(tree(path.dirname(target))).toEqual({ 'out/a.yaml': 'A' });
  });

  test('keeps what a run that still goes on has beside it, and what only looks like it', () => {
    const target = path.join(temporaryDirectory(), 'out');
    const others = [beside(target, process.ppid, 'new'), beside(target, process.pid, 'newer'), `${target}.tmp-1-new`];
    for (const other of others) fs.mkdirSync(other);
    write(target);
    expect(others.filter((other) => !fs.existsSync(other))).toEqual([]);
  });
});

function isFile(file: string): boolean {
  return fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

function beside(target: string, pid: number, role: string): string {
  return path.join(path.dirname(target), `.${path.basename(target)}.tmp-${String(pid)}-${role}`);
}

type Prepare = (parent: string) => string;

/** Places that are refused; each gives its path below a fresh directory. */
const REFUSED: readonly (readonly [string, RegExp, Prepare])[] = [
  [
    'that holds a file of somebody else',
    /expected only generated files, which its \.generated-files names, got notes\.txt; move it away, .* or choose another directory$/,
    withNotes,
  ],
  ['with such a file further down', /got b\/d\/notes\.txt;/, (parent) => withNotes(parent, 'out/b/d')],
  ['that holds a symbolic link', /got a\.yaml;/, withLink],
  ['that holds a pipe, which nobody may read', /got a\.yaml;/, withPipe],
  ['in the place of which is a file', /expected a directory, got a file; choose another place$/, withFile],
  ['below a file', /expected a place that can be written, got ENOTDIR.*; remove it or choose another$/, belowFile],
  ['at the end of a circle of links', /expected a place that can be written, got ELOOP/, inCircle],
  ['whose name is too long', /expected a place that can be written, got ENAMETOOLONG/, () => 'x'.repeat(300)],
];

function withNotes(parent: string, directory = 'out'): string {
  fs.mkdirSync(path.join(parent, directory), { recursive: true });
  fs.writeFileSync(path.join(parent, directory, 'notes.txt'), 'mine');
  return 'out';
}

function withLink(parent: string): string {
  fs.mkdirSync(path.join(parent, 'out'));
  fs.symlinkSync('/etc/passwd', path.join(parent, 'out/a.yaml'));
  return 'out';
}

function withPipe(parent: string): string {
  fs.mkdirSync(path.join(parent, 'out'));
  execFileSync('/bin/sh', ['-c', 'mkfifo "$0"', path.join(parent, 'out/a.yaml')]);
  return 'out';
}

function withFile(parent: string): string {
  fs.writeFileSync(path.join(parent, 'out'), 'mine');
  return 'out';
}

function belowFile(parent: string): string {
  return `${withFile(parent)}/sub/out`;
}

function inCircle(parent: string): string {
  fs.symlinkSync('b', path.join(parent, 'a'));
  fs.symlinkSync('a', path.join(parent, 'b'));
  return 'a';
}

/** What running in another directory gives. */
function inside<T>(directory: string, run: () => T): T {
  const before = process.cwd();
  process.chdir(directory);
  try {
    return run();
  } finally {
    process.chdir(before);
  }
}

/** What a write did, or why it was refused. */
function attempt(place: string): unknown {
  try {
    return writeDirectory(place, new Map([['a', '']]));
  } catch (error) {
    return (error as Error).message;
  }
}

describe('a directory is refused in one line, and nothing is touched,', () => {
  test.each(REFUSED)('%s', (_, message, prepare) => {
    const parent = temporaryDirectory();
    const place = path.join(parent, prepare(parent));
    const before = tree(parent);
    expect(() => write(place)).toThrow(OutputError);
    expect(() => write(place)).toThrow(message);
    expect(() => write(place)).not.toThrow('\n');
    expect(tree(parent)).toEqual(before);
  });

  test('whatever somebody put there, before the first run or after it, even under the name of a generated file', () => {
    const names = fc.constantFrom(
      'a.yaml',
      'b/c.yaml',
      'b',
      'kustomization.yaml',
      'Chart.yaml',
      'templates/x.yaml',
      '.env',
    );
    fc.assert(
      fc.property(fc.subarray([...A]), names, fc.boolean(), fc.subarray([...A]), (first, mine, isBefore, second) => {
        const parent = temporaryDirectory();
        const target = path.join(parent, 'out');
        if (!isBefore) write(target, new Map(first));
        const isFree =
          !fs.existsSync(path.join(target, mine)) && !(mine.startsWith('b/') && isFile(path.join(target, 'b')));
        fc.pre(isFree);
        fs.mkdirSync(path.dirname(path.join(target, mine)), { recursive: true });
        fs.writeFileSync(path.join(target, mine), 'mine');
        const before = tree(parent);
        expect(() => write(target, new Map(second))).toThrow(`got ${mine};`);
        expect(tree(parent)).toEqual(before);
      }),
    );
  });

  test('in which the command runs: its shell would be left in a directory that is gone', () => {
    const parent = fs.realpathSync(temporaryDirectory());
    fs.mkdirSync(path.join(parent, 'above/here'), { recursive: true });
    const said = inside(path.join(parent, 'above/here'), () => ['.', '..', '', 'sub'].map(attempt));
    const refusal = (place: string): string =>
      `${place}: expected a directory that can be replaced, got the one this command runs in; choose another place`;
    expect(said).toEqual([refusal('.'), refusal('..'), refusal(''), { written: ['a'], removed: [] }]);
    expect(tree(parent)).toEqual({ 'above/here/sub/a': '' });
  });

  test('when its own writing fails half-way', () => {
    const parent = temporaryDirectory();
    write(path.join(parent, 'out'));
    const impossible = new Map([...A, ['a.yaml/d.yaml', 'a file below a file']]);
    expect(() => write(path.join(parent, 'out'), impossible)).toThrow(
      /out: expected a place that can be written, got E/,
    );
    expect(tree(parent)).toEqual({ 'out/a.yaml': 'a', 'out/b/c.yaml': 'c' });
  });
});

describe('a symbolic link', () => {
  function linked(): { readonly parent: string; readonly link: string } {
    const parent = temporaryDirectory();
    fs.symlinkSync('inner', path.join(parent, 'link'));
    fs.symlinkSync('real/out', path.join(parent, 'inner'));
    fs.mkdirSync(path.join(parent, 'real'));
    return { parent, link: path.join(parent, 'link') };
  }

  test('stays: the directory it leads to is written', () => {
    const { parent, link } = linked();
    for (const mark of ['before', 'after']) {
      write(link, filesOf(mark, 3));
      expect(contentOf(path.join(parent, 'real/out'), 3)).toBe(mark);
    }
    expect(fs.readlinkSync(link)).toBe('inner');
    expect(fs.readdirSync(parent).sort()).toEqual(['inner', 'link', 'real']);
    expect(fs.readdirSync(path.join(parent, 'real'))).toEqual(['out']);
  });

  test('to a directory of somebody else is refused', () => {
    const { parent, link } = linked();
    withNotes(path.join(parent, 'real'));
    expect(() => write(link)).toThrow(/got notes\.txt/);
  });
});

describe('a single file', () => {
  test('is written, with the directories above it, when its text changed, and not touched otherwise', () => {
    const file = path.join(temporaryDirectory(), 'x/file.md');
    const written = ['a', 'a', 'b', 'b'].map((text) => writeFile(file, text));
    expect(written).toEqual([true, false, true, false]);
    expect(tree(path.dirname(file))).toEqual({ 'file.md': 'b' });
  });

  test('is refused where it cannot be', () => {
    const parent = temporaryDirectory();
    expect(() => writeFile(parent, 'text')).toThrow(OutputError);
    expect(() => writeFile(path.join(parent, belowFile(parent)), 'text')).toThrow(OutputError);
    expect(tree(parent)).toEqual({ out: 'mine' });
  });

  test('loses what a run that is gone left beside it', () => {
    const file = path.join(temporaryDirectory(), 'file.md');
    fs.writeFileSync(beside(file, process.pid, 'new'), 'half a te');
    writeFile(file, 'text');
    expect(tree(path.dirname(file))).toEqual({ 'file.md': 'text' });
  });
});
