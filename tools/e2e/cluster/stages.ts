import fs from 'node:fs';
import path from 'node:path';
import { cacheKey, goModule, goRecipe, provide } from '../../components';

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
export async function kwokStages(): Promise<string> {
  const { version, folder } = goRecipe('kwok');
  const entry = `kwok-stages-${version}-${cacheKey(files)}`;
  const cached = await provide(entry, async (draft) => {
    const { dir } = await goModule(`sigs.k8s.io/kwok@v${version}`, folder);
    for (const file of files) {
      const name = `${path.basename(file)}.yaml`;
      fs.copyFileSync(path.join(dir, 'kustomize', 'stage', path.dirname(file), name), path.join(draft, name));
    }
  });
  const names = fs.readdirSync(cached).sort();
  const texts = names.map((name) => fs.readFileSync(path.join(cached, name), 'utf8').trimEnd());
  return [...texts, JSON.stringify(loadBalancer)].join('\n---\n');
}
