// What cdk8s synth runs (cdk8s.yaml): writes the manifests only, into CDK8S_OUTDIR.
import { setUp } from '../setup/index.mjs';
import { runScript } from '../setup/failure.mjs';
import { runNode } from '../setup/run.mjs';

await runScript(async () => {
  await setUp();
  return runNode(['lib/main.js']);
});
