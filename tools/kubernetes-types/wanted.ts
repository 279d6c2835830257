import * as fs from 'node:fs';
import * as path from 'node:path';
import { coderValues } from '../../src/coder/values';
import { leavesOf } from '../../src/engine/values';
import { root } from '../setup/index.cjs';

const CONSTRUCTS = path.join(root, 'src/coder/constructs');

/** What the values and the constructs name as `k8s.NAME`. */
export function wantedTypes(): readonly string[] {
  const texts = [...leavesOf(coderValues()).map(({ leaf }) => leaf.tsType), ...constructs()];
  const names = texts.flatMap((text) => [...text.matchAll(/\bk8s\.([A-Z]\w*)/g)]).map(([, name = '']) => name);
  return [...new Set(names)].sort();
}

/** The constructs that people write. */
function constructs(): readonly string[] {
  const files = fs.readdirSync(CONSTRUCTS).filter((file) => file.endsWith('.ts'));
  const texts = files.map((file) => fs.readFileSync(path.join(CONSTRUCTS, file), 'utf8'));
  return texts.filter((text) => !text.startsWith('// Generated'));
}
