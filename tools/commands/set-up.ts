// Does all of the set-up: packages, lib, Helm and kubectl.
import { installClients } from '../components';
import { updateLibrary } from '../library';

export async function main(): Promise<number> {
  await updateLibrary();
  installClients();
  return 0;
}
