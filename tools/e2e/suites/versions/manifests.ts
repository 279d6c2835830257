import assert from 'node:assert/strict';
import path from 'node:path';
import { runChild } from '../../../process';
import { root } from '../../../setup/index.cjs';
import type { Manifest } from '../../kubernetes';
import { manifestsIn } from '../manifests';
import { exampleFile, examples } from '../suite';

/** Lists of objects by what they are of. */
export interface ManifestsByTitle extends Readonly<Record<string, readonly Manifest[]>> {
  readonly dist: readonly Manifest[];
}

/** dist, and what synth writes of each example. */
export async function manifestsByTitle(folder: string): Promise<ManifestsByTitle> {
  const entries = examples.map(async (file) => {
    const out = path.join(folder, path.parse(file).name);
    const args = ['lib/cli/main.js', 'synth', '--values', exampleFile(file), '--out', out];
    const { status, stderr } = await runChild(process.execPath, args, { cwd: root });
    assert.equal(status, 0, stderr);
    return [`the manifests of examples/${file}`, manifestsIn(out)] as const;
  });
  return { dist: manifestsIn(path.join(root, 'dist')), ...Object.fromEntries(await Promise.all(entries)) };
}
