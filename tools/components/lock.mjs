import fs from 'node:fs';
import process from 'node:process';
import { clearInterval, setInterval } from 'node:timers';
import { setTimeout as sleep } from 'node:timers/promises';
import { readIfThere } from '../setup/fingerprint.mjs';

const heartbeatMs = 10_000;
const staleMs = 60_000;
const pauseMs = 200;

/**
 * Runs a body while no other process holds the same file. Unlike the lock of the set-up it lets this process go on
 * meanwhile, and has no deadline: a build may take long, but its owner shows every few seconds that it lives.
 */
export async function withLock(file, body) {
  await acquire(file);
  const heartbeat = setInterval(() => touch(file), heartbeatMs);
  try {
    return await body();
  } finally {
    clearInterval(heartbeat);
    fs.rmSync(file, { force: true });
  }
}

/** Returns whether a process of this number runs here. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

async function acquire(file) {
  for (let waited = false; !tryToAcquire(file); waited = true) {
    if (isStale(file)) {
      fs.rmSync(file, { force: true });
      continue;
    }
    if (!waited) console.error(`waiting for process ${ownerOf(file)}, which holds ${file}`);
    await sleep(pauseMs);
  }
}

/** The lock appears with its content at once: a reader never sees it without the process number. */
function tryToAcquire(file) {
  const draft = `${file}-${process.pid}`;
  fs.writeFileSync(draft, String(process.pid));
  try {
    fs.linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

/** The owner may run in another container, where its number means nothing: then only the age tells. */
function isStale(file) {
  const touched = fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  if (touched === undefined) return false;
  return Date.now() - touched > staleMs || !isAlive(ownerOf(file));
}

function ownerOf(file) {
  return Number(readIfThere(file)?.toString() ?? process.pid);
}

function touch(file) {
  const now = new Date();
  try {
    fs.utimesSync(file, now, now);
  } catch {
    // Somebody removed the cache; the build ends with an error of its own.
  }
}
