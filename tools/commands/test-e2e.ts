// npm run test:e2e: the chart and the manifests on a real control plane, scraped by the real Prometheus. Arguments: names of
// suites, as in docs/testing.md, instead of all.
import { installClients } from '../components';
import { runSuites } from '../e2e/suites';
import { updateLibrary } from '../library';

export async function main(args: readonly string[]): Promise<number> {
  installClients();
  await updateLibrary();
  return await runSuites(args);
}
