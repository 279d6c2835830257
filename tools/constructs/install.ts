import fs from 'node:fs';
import path from 'node:path';
import { cacheKey, provide } from '../components';
import { fingerprint, npmCi, root } from '../setup/index.cjs';

const source = path.join(root, 'tools', 'constructs');

/** Installs the packages of constructs once per lock file and clone, with the cdk8s of this clone; returns their folder. */
export async function installConstructs(): Promise<string> {
  return await provide(`constructs-${cacheKey([fingerprint('tools/constructs'), root])}`, async (draft) => {
    for (const name of ['package.json', 'package-lock.json', '.npmrc', 'stub'])
      fs.cpSync(path.join(source, name), path.join(draft, name), { recursive: true });
    console.error('set-up: installing packages of constructs');
    await npmCi(draft);
    for (const name of ['cdk8s', 'constructs']) useOurs(path.join(draft, 'node_modules', name), name);
  });
}

/** Two of them would have two sets of tokens and of metadata. */
function useOurs(folder: string, name: string): void {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.symlinkSync(path.join(root, 'node_modules', name), folder, 'junction');
}
