// @ts-check
'use strict';

const fs = require('node:fs');
const os = require('node:os');
const { setTimeout: sleep } = require('node:timers/promises');
const { codeOf, readIfThere } = require('./files.cjs');

const heartbeatMs = 10_000;
const pauseMs = 200;
/** How old the sign of life of an owner may be that is on this host, or on another one, where its number means nothing. */
const staleMs = { here: 600_000, elsewhere: 60_000 };

/**
 * Runs a body while no other process holds the same file. There is no deadline: a build may take long, but its owner shows
 * every few seconds that it lives. A lock whose owners are gone is taken over.
 * @template T
 * @param {string} file
 * @param {(lendTo: (pid: number) => void) => T | Promise<T>} body gets a function that makes a child process hold the lock
 *   too: should this process be killed, its npm lives on for a while, and a second one in the same folder would break both
 * @returns {Promise<T>}
 */
async function withLock(file, body) {
  await acquire(file);
  const heartbeat = setInterval(() => touch(file), heartbeatMs);
  try {
    return await body((pid) => fs.appendFileSync(file, `\n${ownerLine(pid)}`));
  } finally {
    clearInterval(heartbeat);
    fs.rmSync(file, { force: true });
  }
}

/** @param {string} file */
async function acquire(file) {
  for (let waited = false; !tryToAcquire(file);) {
    const owners = readIfThere(file)?.toString();
    if (owners === undefined) continue;
    if (!isHeld(file, owners)) {
      takeAway(file, owners);
      continue;
    }
    if (!waited) console.error(`waiting for process ${Number.parseInt(owners)}, which holds ${file}`);
    waited = true;
    await sleep(pauseMs);
  }
}

/**
 * The lock appears with its content at once: a reader never sees it without the process number.
 * @param {string} file
 */
function tryToAcquire(file) {
  const draft = `${file}-${process.pid}`;
  fs.writeFileSync(draft, ownerLine(process.pid));
  try {
    fs.linkSync(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

/** @param {number} pid */
function ownerLine(pid) {
  return `${pid} ${os.hostname()}`;
}

/**
 * Whether one of the owners still works on it.
 * @param {string} file
 * @param {string} owners
 */
function isHeld(file, owners) {
  const age = Date.now() - (fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  return owners.split('\n').some((line) => {
    const pid = Number.parseInt(line);
    return line === ownerLine(pid) ? age < staleMs.here && isAlive(pid) : age < staleMs.elsewhere;
  });
}

/**
 * Removes a lock of owners who are gone, unless somebody else was faster and holds it now.
 * @param {string} file
 * @param {string} owners
 */
function takeAway(file, owners) {
  const aside = `${file}-${process.pid}`;
  try {
    fs.renameSync(file, aside);
    if (fs.readFileSync(aside, 'utf8') !== owners) fs.linkSync(aside, file);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EEXIST') throw error;
  } finally {
    fs.rmSync(aside, { force: true });
  }
}

/**
 * Returns whether a process of this number runs here.
 * @param {number} pid
 */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** @param {string} file */
function touch(file) {
  const now = new Date();
  try {
    fs.utimesSync(file, now, now);
  } catch {
    // Somebody removed the folder; the body ends with an error of its own.
  }
}

module.exports = { isAlive, withLock };
