import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../setup/root.mjs';
import { prepareNamespace } from '../chart.mjs';
import { objectsIn } from '../objects.mjs';

const namespace = 'restricted';
const examples = path.join(root, 'examples');

/** The API server's own admission, in a namespace that enforces the Pod Security Standard "restricted". */
export async function podSecurityClaims(claim, cluster, { helms, archive }) {
  await prepareNamespace(cluster, namespace);
  await claim('Pod Security admission refuses a privileged pod', () =>
    assert.rejects(
      admit(cluster, { containers: [{ name: 'x', image: 'x', securityContext: { privileged: true } }] }),
      /restricted/,
    ),
  );
  for (const file of fs.readdirSync(examples).sort()) {
    const args = ['coder', archive, '--namespace', namespace, '--values', path.join(examples, file)];
    const deployments = objectsIn(await helms.helm4(['template', ...args])).filter(({ kind }) => kind === 'Deployment');
    if (deployments.length === 0) continue;
    await claim(`Pod Security admission, set to "restricted", takes the pods of examples/${file}`, async () => {
      for (const { spec } of deployments) await admit(cluster, spec.template.spec);
    });
  }
}

/** As its service account is not there, the pod gets the one that every namespace has. */
function admit({ api }, spec) {
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { generateName: 'try-', namespace } };
  return api.post(`/api/v1/namespaces/${namespace}/pods?dryRun=All`, {
    ...pod,
    spec: { ...spec, serviceAccountName: 'default' },
  });
}
