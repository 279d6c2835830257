// Writes the types of Kubernetes, of the release that tools/components/go/go.mod pins; with --check it only compares. Needs Go.
import fs from 'node:fs';
import path from 'node:path';
import { goModule, goRecipe } from '../components';
import { TYPES_FILE, typesFrom } from '../kubernetes-types';
import { SetUpError, root } from '../setup/index.cjs';

export async function main(args: readonly string[]): Promise<number> {
  const { folder, version } = goRecipe('kube-apiserver');
  const { dir } = await goModule('k8s.io/kubernetes', folder);
  const text = await typesFrom(dir, version);
  const file = path.join(root, TYPES_FILE);
  const isCurrent = fs.readFileSync(file, 'utf8') === text;
  if (!isCurrent && args.includes('--check')) {
    throw new SetUpError(`${TYPES_FILE} is not current: run "npm run generate:kubernetes" and commit the result`);
  }
  if (!isCurrent) fs.writeFileSync(file, text);
  console.log(`${TYPES_FILE}: ${isCurrent ? 'up to date' : 'written'}`);
  return 0;
}
