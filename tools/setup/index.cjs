// @ts-check
'use strict';

// Brings a clone into a usable state. It runs before anything is installed, hence plain JavaScript on the modules of Node alone.
const path = require('node:path');
const { SetUpError, messageOf, runScript } = require('./failure.cjs');
const { codeOf, fingerprint, readIfThere, root } = require('./files.cjs');
const { isAlive, withLock } = require('./lock.cjs');
const { npmCi } = require('./npm.cjs');
const { installPackages, packagesFingerprint, whyPackagesAreStale } = require('./packages.cjs');

const lockFile = path.join(root, '.setup.tmp-lock');

/** Installs the packages if they are stale. */
async function setUp() {
  await bringUpToDate({ why: whyPackagesAreStale, run: installPackages, label: 'npm ci' });
}

/**
 * Does a step of the set-up if it is stale, and says in one line why; does and prints nothing otherwise.
 * @param {{ why: () => string | undefined, run: (lendLockTo: (pid: number) => void) => void | Promise<void>,
 *   label: string }} step
 */
async function bringUpToDate({ why, run, label }) {
  if (why() === undefined) return;
  await withSetUpLock(async (lendLockTo) => {
    // Another process may have done the work while this one waited for the lock.
    const reason = why();
    if (reason === undefined) return;
    console.error(`set-up: ${label} (${reason})`);
    await run(lendLockTo);
  });
}

/**
 * Runs a body while no other process sets up this clone.
 * @param {(lendLockTo: (pid: number) => void) => void | Promise<void>} body
 */
async function withSetUpLock(body) {
  await withLock(lockFile, body);
}

module.exports = {
  SetUpError,
  bringUpToDate,
  codeOf,
  fingerprint,
  isAlive,
  messageOf,
  npmCi,
  packagesFingerprint,
  readIfThere,
  root,
  runScript,
  setUp,
  withLock,
  withSetUpLock,
};
