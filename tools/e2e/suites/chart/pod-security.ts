import assert from 'node:assert/strict';
import { type Release, prepareNamespace, releaseOf } from '../../chart';
import type { Claim } from '../../claims';
import type { Cluster } from '../../cluster';
import { objectsIn } from '../../kubernetes';
import { type Read, anything, fields, listOf, mapOf, optional, text } from '../../../read';
import { type Example, examples, valuesOf } from '../../../examples';
import type { Stack } from '../suite';

const namespace = 'restricted';
/** It watches what somebody else has installed. */
const withoutPods = ['monitoring-only.yaml'];

/** What of the chart makes pods. */
const WORKLOADS = ['Deployment', 'StatefulSet'];

const podSpec = mapOf(anything);
const claims = listOf(fields({ metadata: fields({ name: text }) }));
const workload = fields({
  spec: fields({ template: fields({ spec: podSpec }), volumeClaimTemplates: optional(claims) }),
});

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
  for (const example of examples) {
    const { name } = example;
    if (withoutPods.includes(name)) {
      await claim(`examples/${name} makes no pods`, async () => {
        assert.deepEqual(await podSpecs(release, example), []);
      });
      continue;
    }
    await claim(`Pod Security admission, set to "restricted", takes the pods of examples/${name}`, async () => {
      const specs = await podSpecs(release, example);
      assert.ok(specs.length > 0);
      for (const spec of specs) await admit(cluster, spec);
    });
  }
}

async function podSpecs(release: Release, example: Example): Promise<readonly Read<typeof podSpec>[]> {
  const rendered = objectsIn(await release.template(valuesOf(example)));
  const workloads = rendered.filter(({ kind }) => WORKLOADS.includes(kind));
  return workloads.map(({ object }) => {
    const { template, volumeClaimTemplates = [] } = workload(object, example.name).spec;
    // As a StatefulSet has them made: here nothing makes claims.
    const claimed = volumeClaimTemplates.map(({ metadata }) => ({ name: metadata.name, emptyDir: {} }));
    const volumes = optional(listOf(anything))(template.spec['volumes'], 'volumes') ?? [];
    return { ...template.spec, volumes: [...volumes, ...claimed] };
  });
}

/** As its service account is not there, the pod gets the one that every namespace has. */
function admit({ api }: Cluster, spec: Read<typeof podSpec>): Promise<void> {
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { generateName: 'try-', namespace } };
  const own = { ...spec, serviceAccountName: 'default' };
  return api.post(`/api/v1/namespaces/${namespace}/pods?dryRun=All`, { ...pod, spec: own });
}
