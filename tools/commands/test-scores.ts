// npm run test:scores: what others' tools say of dist and of each example: kube-score, checkov, Pod Security, the types of three releases of
// Kubernetes, and the lint of Helm. Needs Go, and Python with pip.
import { installClients } from '../components';
import { updateLibrary } from '../library';
import { runScores } from '../scores';

export async function main(): Promise<number> {
  installClients();
  await updateLibrary();
  return await runScores();
}
