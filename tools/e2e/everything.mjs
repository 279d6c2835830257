import { kubectlOf } from './clients.mjs';

/** What comes and goes by itself. */
const fleeting = /^(events|leases|endpointslices|ipaddresses|componentstatuses|podmetrics|nodemetrics)(\.|$)/;

/** The names of all objects in a namespace and of all that are in none, of every kind that the API server knows. */
export async function everything(cluster, namespace) {
  const kubectl = kubectlOf(cluster);
  const kinds = (await kubectl(['api-resources', '--verbs=list', '--cached=false', '--output=name']))
    .trim()
    .split('\n');
  const wanted = kinds.filter((kind) => !fleeting.test(kind)).join(',');
  const found = await kubectl(['get', wanted, '--namespace', namespace, '--ignore-not-found', '--output=name']);
  return found.trim().split('\n').sort();
}
