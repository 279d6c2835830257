import { type Access, kubectlOf } from './clients';

/** What comes and goes by itself. */
const fleeting = /^(events|leases|endpointslices|ipaddresses|componentstatuses|podmetrics|nodemetrics)(\.|$)/;

/** The names of all objects in a namespace and of all that are in none, of every kind that the API server knows. */
export async function everything(access: Access, namespace: string): Promise<readonly string[]> {
  const kubectl = kubectlOf(access);
  const kinds = await kubectl(['api-resources', '--verbs=list', '--cached=false', '--output=name']);
  const wanted = linesOf(kinds).filter((kind) => !fleeting.test(kind));
  const args = ['--namespace', namespace, '--ignore-not-found', '--output=name'];
  return linesOf(await kubectl(['get', wanted.join(','), ...args])).sort();
}

/** The lines that a client printed. */
export function linesOf(printed: string): string[] {
  return printed.trim().split('\n');
}
