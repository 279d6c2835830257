// Compiles src into lib, whether or not lib is stale.
import { buildLibrary } from '../library';

export async function main(): Promise<number> {
  await buildLibrary();
  return 0;
}
