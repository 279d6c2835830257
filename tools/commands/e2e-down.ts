// npm run e2e:down: stops what npm run e2e:up keeps running.
import { stopRecorded } from '../e2e/cluster';

export async function main(): Promise<number> {
  const stopped = await stopRecorded();
  console.log(stopped === 0 ? 'nothing is running' : `stopped ${stopped} processes`);
  return 0;
}
