import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { OutputError, writeDirectory } from '../../src/output';
import { temporaryDirectory } from '../support/helm';

const FILES = (mark: string): ReadonlyMap<string, string> =>
  new Map(Array.from({ length: 40 }, (_, i) => [`sub/${String(i)}.yaml`, `${mark}\n`.repeat(200)]));
const isOurs = (): boolean => true;

function marksIn(directory: string): readonly string[] {
  const files = fs.readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map((entry) => fs.readFileSync(path.join(entry.parentPath, entry.name), 'utf8').split('\n')[0] ?? '');
}

test('a directory holds what was written, and what is not written again vanishes', () => {
  const target = path.join(temporaryDirectory(), 'out');
  writeDirectory(
    target,
    new Map([
      ['a.yaml', 'a'],
      ['b/c.yaml', 'c'],
    ]),
    isOurs,
  );
  const report = writeDirectory(target, new Map([['a.yaml', 'A']]), isOurs);
  expect(report).toEqual({ written: ['a.yaml'], removed: ['b/c.yaml'] });
  expect(fs.readdirSync(target)).toEqual(['a.yaml']);
});

test('what is already there is not touched', () => {
  const target = path.join(temporaryDirectory(), 'out');
  writeDirectory(target, FILES('x'), isOurs);
  const before = fs.statSync(path.join(target, 'sub/0.yaml'));
  expect(writeDirectory(target, FILES('x'), isOurs)).toEqual({ written: [], removed: [] });
  const after = fs.statSync(path.join(target, 'sub/0.yaml'));
  expect([after.mtimeMs, after.ino]).toEqual([before.mtimeMs, before.ino]);
});

test('a directory with a file of somebody else is refused and left alone', () => {
  const target = temporaryDirectory();
  fs.writeFileSync(path.join(target, 'notes.txt'), 'mine');
  const write = (): unknown => writeDirectory(target, FILES('x'), (file) => file.endsWith('.yaml'));
  expect(write).toThrow(OutputError);
  expect(write).toThrow(/also holds notes\.txt; move it away or choose another --out/);
  expect(fs.readdirSync(target)).toEqual(['notes.txt']);
});

test('a file in the place of the directory is refused', () => {
  const target = path.join(temporaryDirectory(), 'out');
  fs.writeFileSync(target, 'mine');
  expect(() => writeDirectory(target, FILES('x'), isOurs)).toThrow('expected a directory, got a file');
  expect(fs.readFileSync(target, 'utf8')).toBe('mine');
});

/** Writes two contents in turn until it is killed. */
const LOOP = `
const { writeDirectory } = require(process.argv[1]);
const files = (mark) => new Map(Array.from({ length: 40 }, (_, i) => ['sub/' + i + '.yaml', (mark + '\\n').repeat(200)]));
process.stdout.write('ready');
for (let i = 0; ; i++) writeDirectory(process.argv[2], files(i % 2 ? 'old' : 'new'), () => true);
`;

function killedAfter(milliseconds: number, target: string): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['-e', LOOP, path.join(__dirname, '../../lib/output'), target]);
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), milliseconds));
    child.once('exit', () => {
      resolve();
    });
  });
}

test('a kill at any moment leaves the old content or the new one, and the next run puts things right', async () => {
  const parent = temporaryDirectory();
  const target = path.join(parent, 'out');
  writeDirectory(target, FILES('old'), isOurs);
  for (let i = 0; i < 25; i++) {
    await killedAfter(20 + ((i * 37) % 60), target);
    if (fs.existsSync(target)) {
      const marks = marksIn(target);
      expect([marks.length, new Set(marks).size]).toEqual([40, 1]);
    }
    writeDirectory(target, FILES('old'), isOurs);
    expect([new Set(marksIn(target)), fs.readdirSync(parent)]).toEqual([new Set(['old']), ['out']]);
  }
});
