import fs from 'node:fs';
import path from 'node:path';
import { type Access, kubectlOf } from '../kubernetes';

// The commands of docs/how-to/switch-between-helm-and-manifests.md; the suite runs them, and a claim holds page and code
// together.

/** Names each object and nothing else: whoever applies it gives up every field. */
export const namesOnly =
  '{{range .items}}{"apiVersion":"{{.apiVersion}}","kind":"{{.kind}}","metadata":{"name":"{{.metadata.name}}","namespace":"{{.metadata.namespace}}"}}{{"\\n---\\n"}}{{end}}';

/** From the manifests in a directory to a Helm that has taken them over; for Helm 3 there is nothing left to do. */
export async function leaveToHelm4(access: Access, directory: string): Promise<void> {
  await giveUp(access, directory, 'kubectl');
}

/** From a release of Helm 4, called coder, to the manifests in a directory. */
export async function fromHelm4ToManifests(access: Access, directory: string, namespace: string): Promise<void> {
  const kubectl = kubectlOf(access);
  await kubectl(['apply', '--server-side', '--force-conflicts', '--kustomize', directory]);
  await giveUp(access, directory, 'helm');
  await kubectl(['delete', 'secret', '--namespace', namespace, '--selector', 'owner=helm,name=coder']);
}

async function giveUp(access: Access, directory: string, manager: string): Promise<void> {
  const kubectl = kubectlOf(access);
  const names = await kubectl(['get', '--kustomize', directory, '--output', `go-template=${namesOnly}`]);
  const file = path.join(access.folder, `names-of-${manager}.yaml`);
  fs.writeFileSync(file, names);
  await kubectl(['apply', '--server-side', `--field-manager=${manager}`, '--filename', file]);
}
