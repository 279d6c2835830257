import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../../setup/index.cjs';
import { namesOnly } from '../../chart';
import type { Claim } from '../../claims';

const commands = [
  namesOnly,
  '--take-ownership\n',
  '--take-ownership --force-conflicts\n',
  '--server-side=true --force-conflicts',
  '--server-side --field-manager=helm',
  '--server-side --field-manager=kubectl',
  'owner=helm,name=coder',
  'kubectl diff --server-side --force-conflicts --kustomize',
];

export async function documentedClaim(claim: Claim): Promise<void> {
  await claim('the page about the switch names the commands that were run', () => {
    const page = fs.readFileSync(path.join(root, 'docs', 'how-to', 'switch-between-helm-and-manifests.md'), 'utf8');
    const missing = commands.filter((command) => !page.includes(command));
    assert.deepEqual(missing, []);
  });
}
