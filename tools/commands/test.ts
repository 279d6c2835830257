// npm test: further arguments go to jest.
import path from 'node:path';
import { installClients } from '../components';
import { updateLibrary } from '../library';
import { runInTerminal } from '../process';
import { root } from '../setup/index.cjs';

export async function main(args: readonly string[]): Promise<number> {
  await updateLibrary();
  installClients();
  const jest = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  return await runInTerminal(process.execPath, [jest, ...args], root);
}
