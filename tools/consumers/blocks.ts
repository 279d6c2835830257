import fs from 'node:fs';
import path from 'node:path';
import { root } from '../setup/index.cjs';

const FENCE = /^```ts\n([\s\S]*?)^```$/gm;

/** The TypeScript in the README and the how-to pages: what users copy. */
export function documentedPrograms(): readonly string[] {
  const folder = path.join(root, 'docs', 'how-to');
  const pages = fs.readdirSync(folder).sort();
  const files = [path.join(root, 'README.md'), ...pages.map((name) => path.join(folder, name))];
  return files.flatMap((file) => [...fs.readFileSync(file, 'utf8').matchAll(FENCE)].map(([, block = '']) => block));
}
