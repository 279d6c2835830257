// npm test: further arguments go to jest. Which cases are drawn: test/support/share.ts.
import process from 'node:process';
import path from 'node:path';
import { installClients } from '../components';
import { updateLibrary } from '../library';
import { runInTerminal } from '../process';
import { root } from '../setup/index.cjs';

export async function main(args: readonly string[]): Promise<number> {
  await updateLibrary();
  installClients();
  const { TEST_SEED: seed = '0', TEST_ALL: all } = process.env;
  console.log(`TEST_SEED=${seed}: ${all === '1' ? 'all cases' : 'a share of the cases; npm run test:all tries all'}`);
  const jest = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  return await runInTerminal(process.execPath, [jest, ...args], root);
}
