import assert from 'node:assert/strict';
import { anything, mapOf } from '../../../read';
import type { Claim } from '../../claims';
import { type Client, type Manifest, type PublishedTypes, idOf, manifestOf, problemsOf } from '../../kubernetes';
import { set } from '../suite';
import { render } from './fit';

interface Version {
  readonly version: string;
  readonly types: PublishedTypes;
  readonly helm: Client;
  readonly objects: readonly Manifest[];
  /** Whether it does not know service.internalTrafficPolicy yet. */
  readonly lacksTrafficPolicy: boolean;
}

/** That something wrong would be seen. */
export async function controlClaims(claim: Claim, { version, types, helm, objects, ...rest }: Version): Promise<void> {
  await claim(`Kubernetes ${version}: an unknown field, another type and an unknown kind would be seen`, () => {
    const deployment = objects.find(({ kind }) => kind === 'Deployment');
    assert.ok(deployment);
    assert.deepEqual(problemsOf(types, deployment), []);
    assert.deepEqual(problemsOf(types, withSpec(deployment, { replicas: 'two', odd: 1 })), [
      `${idOf(deployment)}.spec.replicas: expected integer, got string`,
      `${idOf(deployment)}.spec.odd: unknown field`,
    ]);
    const other = { ...deployment, apiVersion: 'extensions/v1beta1' };
    assert.deepEqual(problemsOf(types, other), ['extensions/v1beta1 Deployment: unknown kind']);
  });
  const what = `${rest.lacksTrafficPolicy ? 'does not know' : 'knows'} service.internalTrafficPolicy`;
  await claim(`Kubernetes ${version}: ${what}, which is not set by default`, async () => {
    const rendered = await render(helm, version, set('service.internalTrafficPolicy=Local'));
    const found = rendered.flatMap((object) => problemsOf(types, object));
    const expected = rest.lacksTrafficPolicy ? ['Service/coderd.spec.internalTrafficPolicy: unknown field'] : [];
    assert.deepEqual(
      found.filter((line) => line.startsWith('Service/')),
      expected,
    );
  });
}

/** An object with other fields in its spec. */
function withSpec({ object }: Manifest, changes: object): Manifest {
  const spec = mapOf(anything)(object['spec'], 'spec');
  return manifestOf({ ...object, spec: { ...spec, ...changes } }, 'object');
}
