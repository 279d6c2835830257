// @ts-check
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { fingerprint, readIfThere, root } = require('./files.cjs');
const { npmCi } = require('./npm.cjs');

const stamp = path.join(root, 'node_modules', '.coder-setup-stamp');

/** Returns why node_modules must be installed again, or undefined if it is current. */
function whyPackagesAreStale() {
  const found = readIfThere(stamp)?.toString();
  if (found === packagesFingerprint()) return undefined;
  if (found !== undefined) return 'the packages asked for changed';
  return fs.existsSync(path.join(root, 'node_modules'))
    ? 'the last install was not finished here'
    : 'no node_modules yet';
}

/** Identifies the set of packages that the project asks for. */
function packagesFingerprint() {
  return [fingerprint('package-lock.json', '.npmrc', 'tools/stubs'), JSON.stringify(askedFor())].join('\n');
}

/** The fields of package.json that npm ci acts on: a new script or keyword needs no install. */
function askedFor() {
  const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  return Object.entries(manifest).filter(([field]) => field === 'overrides' || /dependencies$/i.test(field));
}

/**
 * Installs the packages anew.
 * @param {(pid: number) => void} lendLockTo
 */
async function installPackages(lendLockTo) {
  const wanted = packagesFingerprint();
  // npm ci removes node_modules first: no stamp, no complete install.
  await npmCi(root, lendLockTo);
  fs.writeFileSync(`${stamp}.tmp`, wanted);
  fs.renameSync(`${stamp}.tmp`, stamp);
}

module.exports = { installPackages, packagesFingerprint, whyPackagesAreStale };
