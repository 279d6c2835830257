// What cdk8s synth runs (cdk8s.yaml): writes the manifests only, into CDK8S_OUTDIR.
import { run } from '../../src/cli';

export function main(): number {
  return run(['synth', '--out', process.env['CDK8S_OUTDIR'] ?? 'dist']);
}
