import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './root.mjs';

/** Returns a hash over the names and bytes of files and folders, given relative to the top; what is missing counts too. */
export function fingerprint(...names) {
  const hash = createHash('sha256');
  for (const name of names.flatMap(filesOf).sort()) {
    const bytes = readIfThere(path.join(root, name));
    hash.update(`${name}\0${bytes === undefined ? 'missing' : bytes.length}\0`);
    if (bytes !== undefined) hash.update(bytes);
  }
  return hash.digest('hex');
}

/** Lists the files at or below a path relative to the top. */
export function filesOf(name) {
  const full = path.join(root, name);
  if (!fs.statSync(full, { throwIfNoEntry: false })?.isDirectory()) return [name];
  return fs
    .readdirSync(full, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesOf(`${name}/${entry.name}`) : [`${name}/${entry.name}`]));
}

/** Returns the bytes of a file, or undefined if it is not there. */
export function readIfThere(file) {
  try {
    return fs.readFileSync(file);
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
