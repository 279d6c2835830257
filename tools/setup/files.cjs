// @ts-check
'use strict';

const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

/** The top folder of the project, whatever the current directory is. */
const root = path.resolve(__dirname, '..', '..');

/**
 * Returns a hash over the names and bytes of files and folders, given relative to the top; what is missing counts too.
 * @param {...string} names
 */
function fingerprint(...names) {
  const hash = createHash('sha256');
  for (const name of names.flatMap(filesOf).sort()) {
    const bytes = readIfThere(path.join(root, name));
    hash.update(`${name}\0${bytes === undefined ? 'missing' : bytes.length}\0`);
    if (bytes !== undefined) hash.update(bytes);
  }
  return hash.digest('hex');
}

/**
 * Lists the files at or below a path relative to the top.
 * @param {string} name
 * @returns {string[]}
 */
function filesOf(name) {
  const full = path.join(root, name);
  if (fs.statSync(full, { throwIfNoEntry: false })?.isDirectory() !== true) return [name];
  return fs
    .readdirSync(full, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesOf(`${name}/${entry.name}`) : [`${name}/${entry.name}`]));
}

/**
 * Returns the bytes of a file, or undefined if it is not there.
 * @param {string} file
 */
function readIfThere(file) {
  try {
    return fs.readFileSync(file);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * The code of an error of the system, such as ENOENT, or undefined.
 * @param {unknown} error
 * @returns {string | undefined}
 */
function codeOf(error) {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

module.exports = { codeOf, fingerprint, readIfThere, root };
