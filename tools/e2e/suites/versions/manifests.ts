import assert from 'node:assert/strict';
import path from 'node:path';
import { runChild } from '../../../process';
import { root } from '../../../setup/index.cjs';
import type { Manifest } from '../../kubernetes';
import { manifestsIn } from '../manifests';
import { examples, valuesOf } from '../../../examples';

/** Lists of objects by what they are of. */
export interface ManifestsByTitle extends Readonly<Record<string, readonly Manifest[]>> {
  readonly dist: readonly Manifest[];
}

/** dist, and what synth writes of each example. */
export async function manifestsByTitle(folder: string): Promise<ManifestsByTitle> {
  const entries = examples.map(async (example) => {
    const out = path.join(folder, path.dirname(example.name), path.parse(example.name).name);
    const args = ['lib/cli/main.js', 'synth', ...valuesOf(example), '--out', out];
    const { status, stderr } = await runChild(process.execPath, args, { cwd: root });
    assert.equal(status, 0, stderr);
    return [`the manifests of examples/${example.name}`, manifestsIn(out)] as const;
  });
  return { dist: manifestsIn(path.join(root, 'dist')), ...Object.fromEntries(await Promise.all(entries)) };
}
