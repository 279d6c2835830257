import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { SetUpError } from './failure.mjs';
import { readIfThere } from './fingerprint.mjs';
import { root } from './root.mjs';

const lockName = '.setup.tmp-lock';
const lockFile = path.join(root, lockName);
const patienceMs = 10 * 60 * 1000;
const pauseMs = 200;

/**
 * Runs a body while no other process of this project sets up; a lock whose processes are gone is taken over.
 * The body gets a function that makes a child process hold the lock too: should this process be killed, its npm lives on
 * for a while, and a second npm in the same folder would break both.
 */
export async function withLock(body) {
  acquire();
  try {
    return await body((pid) => fs.appendFileSync(lockFile, `\n${pid}`));
  } finally {
    fs.rmSync(lockFile, { force: true });
  }
}

function acquire() {
  const deadline = Date.now() + patienceMs;
  while (!tryToAcquire()) {
    const owner = owners().find(isAlive);
    if (owner === undefined) fs.rmSync(lockFile, { force: true });
    else if (Date.now() > deadline) throw new SetUpError(`process ${owner} holds ${lockName}; remove it if none runs`);
    else sleep(pauseMs);
  }
}

/** The lock appears with its content at once: a reader never sees it without the process number. */
function tryToAcquire() {
  const draft = `${lockFile}-${process.pid}`;
  fs.writeFileSync(draft, String(process.pid));
  try {
    fs.linkSync(draft, lockFile);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

function owners() {
  return (readIfThere(lockFile)?.toString() ?? '').split('\n').filter(Boolean).map(Number);
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function sleep(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
