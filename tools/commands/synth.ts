// What cdk8s synth runs (cdk8s.yaml): writes the manifests only, into CDK8S_OUTDIR.
import { run } from '../../src/cli';
import { updateLibrary } from '../library';

export async function main(): Promise<number> {
  await updateLibrary();
  return run(['synth', '--out', process.env['CDK8S_OUTDIR'] ?? 'dist']);
}
