import assert from 'node:assert/strict';
import { prepareNamespace, releaseOf } from '../../chart';
import { type Claim, eventually } from '../../claims';
import { linesOf, objectsIn, writeYaml } from '../../kubernetes';
import { defineRoutesAndCertificates } from '../definitions';
import { type Stack, set } from '../suite';

const namespace = 'exposed';
const kinds = ['Ingress', 'HTTPRoute', 'Certificate'];
const settings = set(
  'hosts.access=coder.example.com',
  'hosts.devurls=*-dev.example.com',
  'ingress.enabled=true',
  'ingress.tls.secretName=coder-tls',
  'ingress.tls.devurlsSecretName=coder-devurls-tls',
  'gateway.enabled=true',
  'gateway.parentRefs[0].name=public',
  'certificates.enabled=true',
  'certificates.issuerRef.name=ca',
);

/** Ways to coderd, held against their own definitions; no controller of them runs. */
export async function exposureClaims(claim: Claim, { cluster, chart }: Stack): Promise<void> {
  await prepareNamespace(cluster, namespace);
  const release = releaseOf(cluster, chart, { helm: 'helm4', namespace });
  await claim(
    'strict validation accepts the Ingress, the HTTPRoute of the Gateway API and both Certificates',
    async () => {
      await defineRoutesAndCertificates(chart);
      const objects = objectsIn(await release.template(settings)).filter(({ kind }) => kinds.includes(kind));
      const file = writeYaml(cluster.folder, 'exposed.yaml', ...objects.map(({ object }) => object));
      const accepted = await eventually(() =>
        chart.kubectl(['apply', '--dry-run=server', '--validate=strict', '--output=name', '--filename', file]),
      );
      assert.equal(linesOf(accepted).length, 4);
    },
  );
}
