import { execFile } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { temporaryDirectory } from '../support/folder';
import { ROOT } from './markdown';

const FILES = ['architecture.json', 'docs/architecture.md', 'CONTRIBUTING.md'];

interface Run {
  readonly code: number;
  readonly stdout: string;
}

function docs(...args: readonly string[]): Promise<Run> {
  const script = path.join(ROOT, 'tools/run.cjs');
  return new Promise((resolve) => {
    execFile(process.execPath, [script, 'docs', ...args], (error, stdout) => {
      resolve({ code: error === null ? 0 : 1, stdout });
    });
  });
}

/** A copy of what the script reads and writes, with another purpose of a room. */
function changedCopy(): string {
  const directory = temporaryDirectory();
  for (const file of FILES) {
    fs.mkdirSync(path.dirname(path.join(directory, file)), { recursive: true });
    fs.copyFileSync(path.join(ROOT, file), path.join(directory, file));
  }
  const table = path.join(directory, 'architecture.json');
  fs.writeFileSync(table, fs.readFileSync(table, 'utf8').replace('"purpose": "The commands."', '"purpose": "Orders."'));
  return directory;
}

describe('the sections of the documentation that architecture.json decides', () => {
  test('are current; if not, run "node tools/run.cjs docs"', async () => {
    expect(await docs('--check')).toEqual({ code: 0, stdout: '' });
  });

  test('are found stale after a change, and rewritten', async () => {
    const copy = changedCopy();
    const { code, stdout } = await docs('--check', '--root', copy);
    expect([code, stdout.match(/is stale/g)]).toEqual([1, ['is stale', 'is stale']]);
    await docs('--root', copy);
    expect(await docs('--check', '--root', copy)).toEqual({ code: 0, stdout: '' });
    expect(fs.readFileSync(path.join(copy, 'CONTRIBUTING.md'), 'utf8')).toContain('Orders.');
  });
});
