import { run } from './cli';

// Entry for `cdk8s synth`, which names the output directory.
process.exitCode = run(['synth', '--out', process.env['CDK8S_OUTDIR'] ?? 'dist']);
