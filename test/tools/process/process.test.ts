import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { temporaryDirectory } from '../../support/folder';
import { type Ended, runProgram } from './program';

let folder: string;
beforeEach(() => {
  folder = temporaryDirectory();
});

/** Runs the suite with a task; its folders are made in ours. */
function suite(task: string, watch?: (stdout: string, pid: number | undefined) => void): Promise<Ended> {
  return runProgram([path.join(__dirname, 'suite.ts'), task], { TMPDIR: folder }, watch);
}

/** What stayed of the folders that the suite made. */
const left = () => fs.readdirSync(folder).filter((name) => name.startsWith('cdk8s-coder-'));

/** Whether nothing listens at a URL any more; the system may take a moment to end a process. */
async function isGone(url: string): Promise<boolean> {
  for (let i = 0; i < 100; i += 1) {
    try {
      await fetch(url.trim());
    } catch {
      return true;
    }
    await sleep(50);
  }
  return false;
}

test('a process that was started and stopped is gone, and so is its folder.', async () => {
  const { status, stdout } = await suite('stop');
  expect(status).toBe(0);
  expect(await isGone(stdout)).toBe(true);
  expect(left()).toEqual([]);
});

test('a suite that fails takes its processes along and shows the end of their logs.', async () => {
  const { status, stdout, stderr } = await suite('fail');
  expect(status).toBe(1);
  expect(await isGone(stdout)).toBe(true);
  expect(stderr).toMatch(/^error: 3 is not 4\nlog of server: (.+)\n {2}hello\n$/);
  expect(fs.readFileSync(/log of server: (.+)/.exec(stderr)![1]!, 'utf8')).toBe('hello\n');
});

test('a suite that is told to end takes its processes along.', async () => {
  const { status, stdout } = await suite('wait', (said, pid) => {
    if (said.endsWith('\n')) process.kill(pid!, 'SIGTERM');
  });
  expect(status).toBe(128 + os.constants.signals.SIGTERM);
  expect(await isGone(stdout)).toBe(true);
  expect(left()).toEqual([]);
});

test('a process that ignores SIGTERM is killed after the grace.', async () => {
  const { status, stdout } = await suite('stop-deaf');
  expect(status).toBe(0);
  expect(await isGone(stdout)).toBe(true);
});

test('a process that ends before it is ready is reported at once, with its log.', async () => {
  const { status, stderr } = await suite('start-broken');
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /^error: server did not start: it ended with exit code 7; log: .+\nlog of server: .+\n {2}hello\n$/,
  );
});
