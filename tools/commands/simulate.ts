// npm run simulate: serves the metrics of simulated pods, or writes a history of them. --help says how.
import { simulate } from '../simulator';

export async function main(args: readonly string[]): Promise<number> {
  await simulate(args);
  return 0;
}
