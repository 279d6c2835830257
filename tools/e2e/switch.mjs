import fs from 'node:fs';
import path from 'node:path';
import { kubectlOf } from './clients.mjs';

// The commands of docs/how-to/switch-between-helm-and-manifests.md; the suite runs them, and a claim holds page and code
// together.

/** Names each object and nothing else: whoever applies it gives up every field. */
export const namesOnly =
  '{{range .items}}{"apiVersion":"{{.apiVersion}}","kind":"{{.kind}}","metadata":{"name":"{{.metadata.name}}","namespace":"{{.metadata.namespace}}"}}{{"\\n---\\n"}}{{end}}';

/** From the manifests in a directory to a Helm that has taken them over; for Helm 3 there is nothing left to do. */
export async function leaveToHelm4(cluster, { directory }) {
  await giveUp(cluster, { directory, manager: 'kubectl' });
}

/** From Helm 4 to the manifests in a directory. */
export async function fromHelm4ToManifests(cluster, { directory, namespace, release = 'coder' }) {
  const kubectl = kubectlOf(cluster);
  await kubectl(['apply', '--server-side', '--force-conflicts', '--kustomize', directory]);
  await giveUp(cluster, { directory, manager: 'helm' });
  await kubectl(['delete', 'secret', '--namespace', namespace, '--selector', `owner=helm,name=${release}`]);
}

async function giveUp(cluster, { directory, manager }) {
  const kubectl = kubectlOf(cluster);
  const names = await kubectl(['get', '--kustomize', directory, '--output', `go-template=${namesOnly}`]);
  const file = path.join(cluster.folder, `names-of-${manager}.yaml`);
  fs.writeFileSync(file, names);
  await kubectl(['apply', '--server-side', `--field-manager=${manager}`, '--filename', file]);
}
