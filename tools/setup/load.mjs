import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from './root.mjs';

const require = createRequire(import.meta.url);
let isRegistered = false;

/** Loads a TypeScript module of the project, named from the top. Packages must be installed. */
export function load(name) {
  const api = 'tsx/cjs/api';
  if (!isRegistered) require(api).register();
  isRegistered = true;
  return require(path.join(root, name));
}
