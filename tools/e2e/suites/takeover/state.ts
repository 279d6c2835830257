import { anything, fields, listOf, mapOf, number, optional, text } from '../../../read';
import type { Release } from '../../chart';
import type { Cluster } from '../../cluster';
import { deployment, everything, metadata } from '../../kubernetes';

const service = fields({
  metadata,
  spec: fields({ clusterIP: text, ports: listOf(fields({ port: number, nodePort: optional(number) })) }),
});
const claim = fields({ metadata, status: fields({ phase: text }) });
const secret = fields({ metadata, data: optional(mapOf(anything)) });

/** Made by controllers, or a record of Helm. */
const UNNAMED = /^(pod|replicaset\.apps|controllerrevision\.apps|endpoints)\/|^secret\/sh\.helm\./;

/** What must not get lost. */
export async function kept({ api }: Cluster, { namespace }: Release): Promise<object> {
  const core = `/api/v1/namespaces/${namespace}`;
  const { metadata: own, spec } = await api.get(`/apis/apps/v1/namespaces/${namespace}/deployments/coderd`, deployment);
  const address = await api.get(`${core}/services/coderd`, service);
  const volume = await api.get(`${core}/persistentvolumeclaims/timescale-data-timescale-0`, claim);
  const secrets = await api.list(`${core}/secrets`, secret);
  return {
    deployment: [own.uid, spec.selector],
    service: [address.metadata.uid, address.spec.clusterIP, address.spec.ports.find(({ port }) => port === 80)],
    volume: [volume.metadata.uid, volume.status.phase],
    secrets: secrets.flatMap(({ metadata: { name, uid }, data }) =>
      name.startsWith('sh.helm.') ? [] : [[name, uid, data]],
    ),
  };
}

/** The names of the objects that somebody made. */
export async function made(cluster: Cluster, { namespace }: Release): Promise<readonly string[]> {
  return (await everything(cluster, namespace)).filter((name) => !UNNAMED.test(name));
}
