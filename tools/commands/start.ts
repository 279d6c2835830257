// npm start: writes every generated file.
import { installClients } from '../components';
import { updateLibrary } from '../library';
import { generate, generateApiPages } from '../pages';
import { root } from '../setup/index.cjs';

export async function main(): Promise<number> {
  process.chdir(root);
  // What is generated is written only if Helm renders it.
  installClients();
  const status = generate();
  if (status !== 0) return status;
  await updateLibrary();
  console.log(generateApiPages());
  console.log(
    'Next: kubectl apply --server-side --kustomize dist, or helm install coder charts/coder --namespace coder --create-namespace.',
  );
  return 0;
}
