import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, withLock } from '../../../tools/setup/index.cjs';
import { temporaryDirectory } from '../../support/folder';

let lock: string;
beforeEach(() => {
  lock = path.join(temporaryDirectory(), 'lock');
  jest.spyOn(console, 'error').mockReturnValue();
});

/** A program that does nothing for a minute. */
function idle() {
  return spawn(process.execPath, ['--eval', 'setTimeout(() => undefined, 60_000)'], { stdio: 'ignore' });
}

/** The number of a process that has ended. */
async function endedPid(): Promise<number> {
  const child = idle();
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(isAlive(child.pid!)).toBe(false);
  return child.pid!;
}

/** Whether somebody who wants the lock has to wait; `release` then ends the waiting. */
async function hasToWait(release: () => unknown): Promise<boolean> {
  let isHeld = false;
  const holding = withLock(lock, () => {
    isHeld = true;
  });
  await sleep(300);
  const waited = !isHeld;
  await release();
  await holding;
  return waited;
}

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

test('a lock is held by one at a time, and goes with its holder, also one that fails.', async () => {
  let holders = 0;
  let most = 0;
  const body = async (): Promise<never> => {
    holders += 1;
    most = Math.max(most, holders);
    await sleep(20);
    holders -= 1;
    throw new Error('done');
  };
  const ended = await Promise.allSettled([1, 2, 3].map(() => withLock(lock, body)));
  expect(ended.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(most).toBe(1);
  expect(fs.readdirSync(path.dirname(lock))).toEqual([]);
});

test('a lock of a process that is gone is taken over.', async () => {
  fs.writeFileSync(lock, `${await endedPid()} ${os.hostname()}`);
  expect(await hasToWait(() => undefined)).toBe(false);
});

test('a lock that a killed process had lent to a child is held until the child ends too.', async () => {
  const child = idle();
  fs.writeFileSync(lock, [await endedPid(), child.pid].map((pid) => `${pid} ${os.hostname()}`).join('\n'));
  expect(await hasToWait(() => child.kill('SIGKILL'))).toBe(true);
});

test('a lock of another host is held as long as it shows life, whatever runs here under its number.', async () => {
  fs.writeFileSync(lock, `${await endedPid()} elsewhere`);
  const age = (): void => {
    fs.utimesSync(lock, minutesAgo(2), minutesAgo(2));
  };
  expect(await hasToWait(age)).toBe(true);
  fs.writeFileSync(lock, `${process.pid} elsewhere`);
  age();
  expect(await hasToWait(() => undefined)).toBe(false);
});
