import assert from 'node:assert/strict';
import { type Release, prepareNamespace, releaseOf } from '../../chart';
import type { Claim } from '../../claims';
import type { Cluster } from '../../cluster';
import { objectsIn } from '../../kubernetes';
import { type Read, anything, fields, mapOf } from '../../../read';
import { type Stack, exampleFile, examples } from '../suite';

const namespace = 'restricted';
/** It watches what somebody else has installed. */
const withoutPods = ['monitoring-only.yaml'];

const podSpec = mapOf(anything);
const template = fields({ spec: fields({ template: fields({ spec: podSpec }) }) });

/** The API server's own admission, in a namespace that enforces the Pod Security Standard "restricted". */
export async function podSecurityClaims(claim: Claim, { cluster, chart }: Stack): Promise<void> {
  await prepareNamespace(cluster, namespace);
  await claim('Pod Security admission refuses a privileged pod', () =>
    assert.rejects(
      admit(cluster, { containers: [{ name: 'x', image: 'x', securityContext: { privileged: true } }] }),
      /restricted/,
    ),
  );
  const release = releaseOf(cluster, chart, { helm: 'helm4', namespace });
  for (const file of examples) {
    if (withoutPods.includes(file)) {
      await claim(`examples/${file} makes no pods`, async () => {
        assert.deepEqual(await podSpecs(release, file), []);
      });
      continue;
    }
    await claim(`Pod Security admission, set to "restricted", takes the pods of examples/${file}`, async () => {
      const specs = await podSpecs(release, file);
      assert.ok(specs.length > 0);
      for (const spec of specs) await admit(cluster, spec);
    });
  }
}

async function podSpecs(release: Release, file: string): Promise<readonly Read<typeof podSpec>[]> {
  const rendered = objectsIn(await release.template(['--values', exampleFile(file)]));
  const deployments = rendered.filter(({ kind }) => kind === 'Deployment');
  return deployments.map(({ object }) => template(object, file).spec.template.spec);
}

/** As its service account is not there, the pod gets the one that every namespace has. */
function admit({ api }: Cluster, spec: Read<typeof podSpec>): Promise<void> {
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { generateName: 'try-', namespace } };
  const own = { ...spec, serviceAccountName: 'default' };
  return api.post(`/api/v1/namespaces/${namespace}/pods?dryRun=All`, { ...pod, spec: own });
}
