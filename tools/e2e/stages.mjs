import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { runChild } from '../components/index.mjs';
import { cacheKey, provide } from '../components/cache.mjs';
import { goRecipe } from '../components/go-modules.mjs';
import { SetUpError } from '../setup/failure.mjs';

/** What kwok does to nodes and pods, in files of its own module: at once, without chance. */
const files = ['node/fast/node-initialize', 'pod/fast/pod-ready', 'pod/fast/pod-complete', 'pod/fast/pod-delete'];

/** A cloud gives a load balancer an address, and "helm install --wait" waits for it. The address is one for documentation. */
const loadBalancer = {
  apiVersion: 'kwok.x-k8s.io/v1alpha1',
  kind: 'Stage',
  metadata: { name: 'load-balancer' },
  spec: {
    resourceRef: { apiGroup: 'v1', kind: 'Service' },
    selector: {
      matchExpressions: [
        { key: '.spec.type', operator: 'In', values: ['LoadBalancer'] },
        { key: '.status.loadBalancer.ingress', operator: 'DoesNotExist' },
      ],
    },
    next: { statusTemplate: 'loadBalancer:\n  ingress:\n    - ip: 203.0.113.10\n' },
  },
};

/** Returns the configuration of kwok as text. */
export async function kwokStages() {
  const { version, folder } = goRecipe('kwok');
  const entry = `kwok-stages-${version}-${cacheKey(files)}`;
  const cached = await provide(entry, (draft) => copyStages(draft, { version, folder }));
  const names = fs.readdirSync(cached).sort();
  const texts = names.map((name) => fs.readFileSync(path.join(cached, name), 'utf8').trimEnd());
  return [...texts, JSON.stringify(loadBalancer)].join('\n---\n');
}

async function copyStages(draft, { version, folder }) {
  const module = await moduleFolder(`sigs.k8s.io/kwok@v${version}`, folder);
  for (const file of files) {
    fs.copyFileSync(
      path.join(module, 'kustomize', 'stage', `${file}.yaml`),
      path.join(draft, `${path.basename(file)}.yaml`),
    );
  }
}

async function moduleFolder(module, cwd) {
  const env = { ...process.env, GOTOOLCHAIN: 'local', GOWORK: 'off' };
  const { status, error, stdout, stderr } = await runChild('go', ['mod', 'download', '-json', module], { cwd, env });
  if (status === 0) return JSON.parse(stdout).Dir;
  const reason = error?.message ?? stderr.split('\n', 1)[0];
  throw new SetUpError(`cannot get the Go module ${module}: ${reason}`);
}
